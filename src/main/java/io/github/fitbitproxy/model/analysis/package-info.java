/**
 * What the sleep analysis answers, a record for each shape of metric. JDK types only (and OpenAPI's annotations).
 *
 * <p>Every metric tells {@code value, unit, nights, missing, method, parameters}, then what belongs to it. Figures are rounded
 * to a tenth unless a record says otherwise; {@code value} is {@code null} where too few nights are known.
 */
@NullMarked
package io.github.fitbitproxy.model.analysis;

import org.jspecify.annotations.NullMarked;
