/** The use case: what does this kind look like on that day? Cache, fetch, clean; status and attribution of days. */
@NullMarked
package io.github.fitbitproxy.day;

import org.jspecify.annotations.NullMarked;
