/**
 * What the service answers: days, logs, stages and their keys. JDK types only (and OpenAPI's annotations), so that a
 * newcomer can read what the product is without meeting a framework.
 *
 * <p>{@code null} means "not known" everywhere; {@code 0} stands only where an upstream said so.
 */
@NullMarked
package io.github.fitbitproxy.model;

import org.jspecify.annotations.NullMarked;
