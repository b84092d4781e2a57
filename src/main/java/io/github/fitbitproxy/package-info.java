/** Clean sleep and activity JSON for a home network, whatever the cloud does. */
@NullMarked
package io.github.fitbitproxy;

import org.jspecify.annotations.NullMarked;
