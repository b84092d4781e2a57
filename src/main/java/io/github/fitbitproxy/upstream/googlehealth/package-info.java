/** The Google Health API, version 4, as an upstream: its settings, its calls, and how its answers are read. */
@NullMarked
package io.github.fitbitproxy.upstream.googlehealth;

import org.jspecify.annotations.NullMarked;
