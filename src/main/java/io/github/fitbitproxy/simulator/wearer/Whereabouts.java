package io.github.fitbitproxy.simulator.wearer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * Which time zone the wearer lives by. It changes at noon UTC of a day of travel, when it is day in every zone visited,
 * so that no night is cut in two.
 */
final class Whereabouts {

    private static final long NOON = 12 * 3600;
    private static final int ROUND_DAYS = 35;
    private static final int DEPARTURE_DAY = 14;
    private static final int RETURN_DAY = 21;
    private static final ZoneId EAST = ZoneId.of("Asia/Tokyo");
    private static final ZoneId WEST = ZoneId.of("America/New_York");

    private final Wearer wearer;

    Whereabouts(Wearer wearer) {
        this.wearer = wearer;
    }

    ZoneId zoneAt(Instant instant) {
        return zoneFromNoon(Math.floorDiv(instant.getEpochSecond() - NOON, 86_400L));
    }

    /** Where the wearer was when the night began that ended on this day. */
    ZoneId zoneOfNight(LocalDate dateOfSleep) {
        return zoneFromNoon(dateOfSleep.toEpochDay() - 1);
    }

    /** Where the wearer is in the evening of this day. */
    ZoneId zoneOfDay(LocalDate date) {
        return zoneFromNoon(date.toEpochDay());
    }

    boolean flies(LocalDate date) {
        return !zoneOfDay(date).equals(zoneOfNight(date));
    }

    /** Nights since the last flight; a large number if the body has long forgotten it. */
    int nightsSinceFlight(LocalDate dateOfSleep) {
        for (int nights = 1; nights <= 4; nights++) {
            if (flies(dateOfSleep.minusDays(nights))) {
                return nights;
            }
        }
        return Integer.MAX_VALUE;
    }

    /**
     * How many minutes of a day the wearer's clock has shown by then, 0 to 1440; neither a flight west nor the end of
     * summer time takes any back.
     */
    int minutesShown(LocalDate date, Instant by) {
        int shown = minutesOn(date, LocalDateTime.ofInstant(by, zoneAt(by)));
        ZoneOffsetTransition change = zoneAt(by).getRules().previousTransition(by.plusNanos(1));
        if (change != null && change.isOverlap()) {
            shown = Math.max(shown, minutesOn(date, change.getDateTimeBefore()));
        }
        Instant noon = date.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(NOON);
        return by.isBefore(noon)
                ? shown
                : Math.max(shown, minutesOn(date, LocalDateTime.ofInstant(noon, zoneOfNight(date))));
    }

    private static int minutesOn(LocalDate date, LocalDateTime clock) {
        if (!clock.toLocalDate().isEqual(date)) {
            return clock.toLocalDate().isAfter(date) ? 1440 : 0;
        }
        return clock.getHour() * 60 + clock.getMinute();
    }

    private ZoneId zoneFromNoon(long epochDay) {
        long day = Math.floorMod(epochDay, ROUND_DAYS);
        if (!wearer.travels() || day < DEPARTURE_DAY || day >= RETURN_DAY) {
            return wearer.home();
        }
        return Math.floorDiv(epochDay, ROUND_DAYS) % 2 == 0 ? EAST : WEST;
    }
}
