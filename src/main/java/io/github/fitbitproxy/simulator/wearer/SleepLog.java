package io.github.fitbitproxy.simulator.wearer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One recorded sleep.
 *
 * @param id unique among the wearer's logs, more than 32 bits long
 * @param dateOfSleep the day on which it ended
 * @param start on the wearer's clock, seconds 00 or 30
 * @param end {@code start} plus the real length: through a clock change it keeps the offset of the start
 * @param startedAt the real moment
 * @param endedAt the real moment
 * @param zone where it began
 * @param minutesInBed the length cut down to whole minutes
 * @param stages whether the levels are stages, not classic
 * @param manual whether it was typed in by hand
 * @param infoCode 0 normal, 1 heart rate insufficient, 2 shorter than three hours
 * @param segments contiguous from the start
 * @param shortWakes wakes of 30 to 180 s that lie over the segments; none in a classic log
 */
public record SleepLog(
        long id,
        LocalDate dateOfSleep,
        LocalDateTime start,
        LocalDateTime end,
        Instant startedAt,
        Instant endedAt,
        ZoneId zone,
        int minutesInBed,
        boolean mainSleep,
        boolean stages,
        boolean manual,
        int infoCode,
        int minutesToFallAsleep,
        int minutesAfterWakeup,
        List<Segment> segments,
        List<Segment> shortWakes) {

    SleepLog asMainSleep() {
        return new SleepLog(
                id,
                dateOfSleep,
                start,
                end,
                startedAt,
                endedAt,
                zone,
                minutesInBed,
                true,
                stages,
                manual,
                infoCode,
                minutesToFallAsleep,
                minutesAfterWakeup,
                segments,
                shortWakes);
    }
}
