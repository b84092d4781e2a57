/** The Google Health API and Google's OAuth 2.0, for the same wearers and days as the other cloud tells. */
@NullMarked
package io.github.fitbitproxy.simulator.google;

import org.jspecify.annotations.NullMarked;
