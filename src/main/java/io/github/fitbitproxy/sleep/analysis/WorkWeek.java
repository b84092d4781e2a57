package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.ChronotypeMetric;
import io.github.fitbitproxy.model.analysis.SleepLossMetric;
import io.github.fitbitproxy.model.analysis.SocialJetlagMetric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work days against free days, in the terms of the Munich ChronoType Questionnaire: {@code MSW} and {@code MSF} are the mean
 * mid-sleeps, {@code SDw} and {@code SDf} the mean sleep durations (onset to the last waking), {@code WD} and {@code FD} the
 * days of a week of either sort. A night belongs to the day on which it ends.
 */
final class WorkWeek {

    private static final int MINIMUM_WORK_NIGHTS = 3;
    private static final int MINIMUM_FREE_NIGHTS = 2;

    private static final String SOCIAL_JETLAG =
            "|MSF - MSW|, the shorter way round the clock (Wittmann et al. 2006, doi:10.1080/07420520500545979).";
    private static final String CHRONOTYPE =
            "MSFsc = MSF - (SDf - SDweek) / 2 if SDf > SDw, else MSF (Roenneberg et al. 2019, PMC6784249). An estimate:"
                    + " whether an alarm ends the nights of free days is not known.";
    private static final String SLEEP_LOSS =
            "(SDweek - SDw) x WD if SDweek > SDw, else (SDweek - SDf) x FD (Munich ChronoType Questionnaire).";

    private final Nights nights;
    private final Assumptions assumptions;
    private final Side work;
    private final Side free;

    WorkWeek(Nights nights, Assumptions assumptions) {
        this.nights = nights;
        this.assumptions = assumptions;
        this.work =
                Side.of(nights.nights().stream().filter(assumptions::isWorkDay).toList());
        this.free = Side.of(nights.nights().stream()
                .filter(night -> !assumptions.isWorkDay(night))
                .toList());
    }

    /** Signed: positive when free days are later. */
    SocialJetlagMetric socialJetlag() {
        CircularMean workDays = work.midSleep;
        CircularMean freeDays = free.midSleep;
        Double relative = !enough() || workDays == null || freeDays == null
                ? null
                : Double.valueOf(CircularMean.difference(freeDays.minutes(), workDays.minutes()));
        return new SocialJetlagMetric(
                relative == null ? null : Rounding.tenths(Double.valueOf(Math.abs(relative))),
                "minutes",
                work.count + free.count,
                nights.missing(work.count + free.count),
                SOCIAL_JETLAG,
                parameters(),
                !assumptions.workDaysStated(),
                work.count,
                free.count,
                Rounding.tenths(relative),
                work.clock(),
                free.clock());
    }

    ChronotypeMetric chronotype() {
        CircularMean freeDays = free.midSleep;
        Double week = weekDuration();
        Double duration = free.duration;
        Double workDuration = work.duration;
        Double corrected = null;
        if (enough() && freeDays != null && week != null && duration != null && workDuration != null) {
            corrected = freeDays.minutes() - (duration > workDuration ? (duration - week) / 2 : 0);
        }
        return new ChronotypeMetric(
                corrected == null ? null : CircularMean.clock(corrected),
                "time of day",
                work.count + free.count,
                nights.missing(work.count + free.count),
                CHRONOTYPE,
                parameters(),
                true,
                work.count,
                free.count,
                free.clock(),
                Rounding.tenths(work.duration),
                Rounding.tenths(free.duration));
    }

    SleepLossMetric weeklySleepLoss() {
        Double week = weekDuration();
        Double workDuration = work.duration;
        Double freeDuration = free.duration;
        Double loss = null;
        if (enough() && week != null && workDuration != null && freeDuration != null) {
            int workDays = assumptions.workDays().size();
            loss = week > workDuration ? (week - workDuration) * workDays : (week - freeDuration) * (7 - workDays);
        }
        return new SleepLossMetric(
                Rounding.tenths(loss),
                "minutes a week",
                work.count + free.count,
                nights.missing(work.count + free.count),
                SLEEP_LOSS,
                parameters(),
                !assumptions.workDaysStated(),
                work.count,
                free.count,
                Rounding.tenths(work.duration),
                Rounding.tenths(free.duration),
                Rounding.tenths(week));
    }

    private boolean enough() {
        return work.count >= MINIMUM_WORK_NIGHTS && free.count >= MINIMUM_FREE_NIGHTS;
    }

    /** {@code SDweek = (SDw x WD + SDf x FD) / 7} */
    private @Nullable Double weekDuration() {
        int workDays = assumptions.workDays().size();
        Double workDuration = work.duration;
        Double freeDuration = free.duration;
        return workDuration == null || freeDuration == null
                ? null
                : Double.valueOf((workDuration * workDays + freeDuration * (7 - workDays)) / 7);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("workDays", assumptions.workDayNames());
        parameters.put("workDaysStated", assumptions.workDaysStated());
        parameters.put("minimumWorkNights", MINIMUM_WORK_NIGHTS);
        parameters.put("minimumFreeNights", MINIMUM_FREE_NIGHTS);
        parameters.put("naps", "left out");
        return parameters;
    }

    /** The nights before either sort of day; {@code duration} is elapsed time. */
    private record Side(
            int count,
            @Nullable CircularMean midSleep,
            @Nullable Double duration) {

        static Side of(List<Night> nights) {
            return new Side(
                    nights.size(),
                    CircularMean.of(nights.stream()
                            .map(night -> CircularMean.timeOf(night.sleep().midSleep()))
                            .toList()),
                    Sample.mean(nights.stream()
                            .map(night -> night.sleep().minutesOfSleepPeriod())
                            .toList()));
        }

        @Nullable
        String clock() {
            return midSleep == null ? null : CircularMean.clock(midSleep.minutes());
        }
    }
}
