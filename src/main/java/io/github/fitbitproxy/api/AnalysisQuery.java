package io.github.fitbitproxy.api;

import io.github.fitbitproxy.day.DayWord;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of an analysis as they came, and what they mean. Pure. */
record AnalysisQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String person,
        @Nullable String need,
        @Nullable String workDays) {

    private static final int LEAST_NEED = 240;
    private static final int MOST_NEED = 720;

    /** What is wrong with it, or {@code null}. */
    @Nullable
    Problem problem() {
        if (from != null && fromDay() == null || to != null && toDay() == null) {
            return Problems.badRange(
                    "Write from= and to= as yyyy-MM-dd (such as 2026-11-21), today or yesterday, or leave them out.");
        }
        if (need != null && needMinutes() == null) {
            return Problems.badParameter(
                    "need: write the sleep needed in a day in whole minutes from 240 to 720, such as need=480.");
        }
        if (workDays != null && workDaySet() == null) {
            return Problems.badParameter(
                    "workDays: write the days as mon,tue,wed,thu,fri,sat,sun, with commas: workDays=mon,tue,wed.");
        }
        return null;
    }

    @Nullable
    DayWord fromDay() {
        return day(from);
    }

    @Nullable
    DayWord toDay() {
        return day(to);
    }

    @Nullable
    Integer needMinutes() {
        if (need == null || !need.matches("[0-9]{3}")) {
            return null;
        }
        int minutes = Integer.parseInt(need);
        return minutes < LEAST_NEED || minutes > MOST_NEED ? null : Integer.valueOf(minutes);
    }

    @Nullable
    Set<DayOfWeek> workDaySet() {
        if (workDays == null) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : workDays.split(",", -1)) {
            Optional<DayOfWeek> day = weekDay(word.strip());
            if (day.isEmpty()) {
                return null;
            }
            days.add(day.get());
        }
        return days;
    }

    private static @Nullable DayWord day(@Nullable String word) {
        return word == null ? null : DayWord.parse(word).orElse(null);
    }

    private static Optional<DayOfWeek> weekDay(String word) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> day.name().substring(0, 3).equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
