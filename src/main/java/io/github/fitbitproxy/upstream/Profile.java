package io.github.fitbitproxy.upstream;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a wearer's profile.
 *
 * @param zone the zone that the wearer's days follow; {@code null} if the upstream does not say
 * @param memberSince the earliest day worth asking for; {@code null} if the upstream does not say
 */
public record Profile(@Nullable ZoneId zone, @Nullable LocalDate memberSince) {}
