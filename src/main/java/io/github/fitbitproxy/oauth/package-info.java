/**
 * OAuth as the RFCs say it, for no vendor in particular: signing requests, connecting people, keeping grants.
 */
@NullMarked
package io.github.fitbitproxy.oauth;

import org.jspecify.annotations.NullMarked;
