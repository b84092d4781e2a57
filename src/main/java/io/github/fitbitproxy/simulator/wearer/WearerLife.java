package io.github.fitbitproxy.simulator.wearer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be told about a wearer, at a moment. The days themselves depend on seed and date alone; the moment
 * only cuts off what has not happened or not been synced yet.
 */
public final class WearerLife {

    private final Wearer wearer;
    private final long seed;
    private final Whereabouts whereabouts;
    private final Syncs syncs;
    private final SleepDiary sleep;
    private final SleepPlan sleepPlan;
    private final ActivityDiary activity;

    public WearerLife(long seed, Wearer wearer) {
        this.seed = seed;
        this.wearer = wearer;
        this.whereabouts = new Whereabouts(wearer);
        this.sleepPlan = new SleepPlan(seed, wearer, whereabouts);
        this.sleep = new SleepDiary(seed, wearer, sleepPlan);
        this.syncs = new Syncs(seed, wearer, whereabouts, sleepPlan);
        this.activity = new ActivityDiary(wearer, new MovementPlan(seed, wearer, sleep));
    }

    public Wearer wearer() {
        return wearer;
    }

    /** The profile's time zone, which follows the wearer. */
    public ZoneId zone(Instant now) {
        return whereabouts.zoneAt(now);
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone(now));
    }

    /** When the device last synced, if it ever did. */
    public Optional<Instant> lastSync(Instant now) {
        return syncs.last(now);
    }

    /** The logs that ended on that day and were synced since, oldest first. */
    public List<SleepLog> sleep(LocalDate date, Instant now) {
        Instant synced = lastSync(now).orElse(Instant.MIN);
        return sleep.logs(date).stream()
                .filter(log -> !log.endedAt().isAfter(synced))
                .toList();
    }

    public ActivityDay activity(LocalDate date, Instant now) {
        if (date.isBefore(wearer.memberSince()) || date.isAfter(today(now))) {
            return ActivityDay.filler(0, 0);
        }
        int elapsed = whereabouts.minutesShown(date, now);
        return activity.day(date, elapsed, minutesTold(date, now), restingHeartRate(date, now));
    }

    /** The same day minute by minute, as far as the device has told it; oldest first. */
    public List<Minute> minutes(LocalDate date, Instant now) {
        return date.isBefore(wearer.memberSince()) || date.isAfter(today(now))
                ? List.of()
                : activity.minutes(date, minutesTold(date, now));
    }

    /** What the device measured through the night that ended on that day, once its sleep was synced. */
    public Optional<NightSigns> nightSigns(LocalDate date, Instant now) {
        boolean slept = sleep(date, now).stream().anyMatch(log -> log.mainSleep() && log.stages());
        return slept && wearer.tracker().heartRate() ? NightSigns.of(seed, wearer, date) : Optional.empty();
    }

    /** What the device estimated on a day of which it told anything. */
    public Optional<CardioFitness> cardioFitness(LocalDate date, Instant now) {
        return wearer.tracker().heartRate() && activity(date, now).told()
                ? Optional.of(CardioFitness.of(wearer, date))
                : Optional.empty();
    }

    /** The weighings of a day, oldest first. They are told at once: a scale needs no phone. */
    public List<Weighing> weighings(LocalDate date, Instant now) {
        return date.isBefore(wearer.memberSince())
                ? List.of()
                : Weighing.of(seed, wearer, date, whereabouts.zoneOfDay(date)).stream()
                        .filter(weighing -> !weighing.at().toInstant().isAfter(now))
                        .toList();
    }

    /** A time on the wearer's clock, with the zone that held then. */
    public ZonedDateTime at(LocalDate date, int minuteOfDay) {
        LocalDateTime clock = date.atStartOfDay().plusMinutes(minuteOfDay);
        return clock.atZone(zone(clock.toInstant(ZoneOffset.UTC)));
    }

    /** How full the device's battery was at a sync: it lasts six days. */
    public static int batteryPercent(Instant sync) {
        return 100 - (int) (sync.getEpochSecond() / 3600 % (6 * 24)) * 90 / (6 * 24);
    }

    private int minutesTold(LocalDate date, Instant now) {
        return sleepPlan.deviceOff(date)
                ? 0
                : lastSync(now)
                        .map(sync -> whereabouts.minutesShown(date, sync))
                        .orElse(0);
    }

    private @Nullable Integer restingHeartRate(LocalDate date, Instant now) {
        boolean slept = sleep(date, now).stream().anyMatch(SleepLog::stages);
        Dice dice = Dice.of(seed, wearer.number(), date.toEpochDay(), "resting heart rate");
        int season = (int) Math.round(2 * Math.sin(date.toEpochDay() / 20.0));
        return slept && wearer.tracker().heartRate()
                ? wearer.habits().restingHeartRate() + season + dice.around(0, 3)
                : null;
    }
}
