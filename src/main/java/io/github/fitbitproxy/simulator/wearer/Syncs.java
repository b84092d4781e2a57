package io.github.fitbitproxy.simulator.wearer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When the phone took over what the device had recorded. */
final class Syncs {

    private static final int QUARTER_SECONDS = 900;
    private static final int LONGEST_LOOK_BACK_DAYS = 20;

    private final long seed;
    private final Wearer wearer;
    private final Whereabouts whereabouts;
    private final SleepPlan plan;

    Syncs(long seed, Wearer wearer, Whereabouts whereabouts, SleepPlan plan) {
        this.seed = seed;
        this.wearer = wearer;
        this.whereabouts = whereabouts;
        this.plan = plan;
    }

    /** The last sync up to now; empty if the device was never synced, or not for weeks. */
    Optional<Instant> last(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, whereabouts.zoneAt(now));
        for (int back = -1; back < LONGEST_LOOK_BACK_DAYS; back++) {
            LocalDate date = today.minusDays(back);
            Optional<Instant> sync = plan.deviceOff(date) ? Optional.empty() : lastOn(date, now);
            if (sync.isPresent()) {
                return sync;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> lastOn(LocalDate date, Instant now) {
        if (wearer.syncRhythm() == Wearer.SyncRhythm.EVERY_OTHER_EVENING) {
            Instant evening =
                    date.atTime(20, 10).atZone(whereabouts.zoneOfDay(date)).toInstant();
            return date.toEpochDay() % 2 == 0 && !evening.isAfter(now) ? Optional.of(evening) : Optional.empty();
        }
        Instant up = gotUp(date);
        Instant until = wentToBed(date);
        Instant latest = until.isBefore(now) ? until : now;
        for (long quarter = latest.getEpochSecond() / QUARTER_SECONDS;
                quarter * QUARTER_SECONDS >= up.getEpochSecond();
                quarter--) {
            int delay = Dice.of(seed, wearer.number(), quarter, "sync").between(3, 40);
            Instant sync = Instant.ofEpochSecond(quarter * QUARTER_SECONDS + delay);
            if (!sync.isAfter(latest)) {
                return Optional.of(sync);
            }
        }
        return Optional.empty();
    }

    private Instant gotUp(LocalDate date) {
        return plan.of(date).stream()
                .filter(sleep -> !sleep.nap())
                .map(sleep -> sleep.end().toInstant())
                .reduce((earlier, later) -> later)
                .orElseGet(() ->
                        date.atTime(7, 30).atZone(whereabouts.zoneOfNight(date)).toInstant());
    }

    private Instant wentToBed(LocalDate date) {
        List<PlannedSleep> nextNight = plan.of(date.plusDays(1));
        return nextNight.isEmpty() || nextNight.get(0).nap()
                ? date.atTime(23, 0).atZone(whereabouts.zoneOfDay(date)).toInstant()
                : nextNight.get(0).start().toInstant();
    }
}
