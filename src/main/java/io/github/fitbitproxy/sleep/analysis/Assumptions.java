package io.github.fitbitproxy.sleep.analysis;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the nights alone do not tell.
 *
 * @param needMinutes sleep that the person needs in a day
 * @param workDays days on which the person gets up for work, in the order of the week
 * @param workDaysStated false if they are a guess
 */
public record Assumptions(int needMinutes, Set<DayOfWeek> workDays, boolean workDaysStated) {

    /**
     * Adults need 7 to 9 hours (Hirshkowitz et al. 2015, doi:10.1016/j.sleh.2014.12.010); this is the middle.
     */
    public static final int DEFAULT_NEED_MINUTES = 480;

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    public Assumptions {
        EnumSet<DayOfWeek> inOrder = EnumSet.noneOf(DayOfWeek.class);
        inOrder.addAll(workDays);
        workDays = Collections.unmodifiableSet(inOrder);
    }

    /** With the defaults for what is {@code null}: 8 hours, and Monday to Friday as a guess. */
    public static Assumptions of(@Nullable Integer needMinutes, @Nullable Set<DayOfWeek> workDays) {
        return new Assumptions(
                needMinutes == null ? DEFAULT_NEED_MINUTES : needMinutes,
                workDays == null ? MONDAY_TO_FRIDAY : workDays,
                workDays != null);
    }

    boolean isWorkDay(Night night) {
        return workDays.contains(night.date().getDayOfWeek());
    }

    /** Work days as a request writes them, such as {@code mon}. */
    List<String> workDayNames() {
        return workDays.stream()
                .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                .toList();
    }
}
