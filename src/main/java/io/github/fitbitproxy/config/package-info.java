/** Settings that belong to no folder of their own, and the checks that stop the start when a setting is wrong. */
@NullMarked
package io.github.fitbitproxy.config;

import org.jspecify.annotations.NullMarked;
