/**
 * HTTP in, JSON out: one resource per kind, cache headers, problems.
 */
@NullMarked
package io.github.fitbitproxy.api;

import org.jspecify.annotations.NullMarked;
