/** The Fitbit Web API: configuration, client, and one class per kind. */
@NullMarked
package io.github.fitbitproxy.upstream.fitbit;

import org.jspecify.annotations.NullMarked;
