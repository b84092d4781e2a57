/**
 * The seam to the clouds: what a source of days is, what can go wrong with one, and which are there. Each upstream is a
 * folder below, which no other folder knows.
 */
@NullMarked
package io.github.fitbitproxy.upstream;

import org.jspecify.annotations.NullMarked;
