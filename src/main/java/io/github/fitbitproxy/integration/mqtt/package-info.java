/** Sensors in Home Assistant over MQTT discovery. */
@NullMarked
package io.github.fitbitproxy.integration.mqtt;

import org.jspecify.annotations.NullMarked;
