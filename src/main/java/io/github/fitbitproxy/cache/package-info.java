/** Fresh, stale or fetch (pure); collapsing of requests; finished answers. Knows no kind and no upstream. */
@NullMarked
package io.github.fitbitproxy.cache;

import org.jspecify.annotations.NullMarked;
