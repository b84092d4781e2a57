/** The figures of everybody's today, for Prometheus. */
@NullMarked
package io.github.fitbitproxy.integration.prometheus;

import org.jspecify.annotations.NullMarked;
