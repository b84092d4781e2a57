/**
 * Fitting into people's homes: the figures that dashboards watch. Nothing here knows a kind of data but by its name and the
 * public JSON of its days.
 */
@NullMarked
package io.github.fitbitproxy.integration;

import org.jspecify.annotations.NullMarked;
