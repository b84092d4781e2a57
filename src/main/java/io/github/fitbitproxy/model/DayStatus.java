package io.github.fitbitproxy.model;

import java.util.Locale;

/** How settled a day is. The constants stand in order, the least settled first. */
public enum DayStatus {
    /** The day is not over for the wearer, the device has not synced past its end, or a part of it is missing. */
    PARTIAL,
    /** Over, but inside the window in which late phone syncs still arrive. */
    PROVISIONAL,
    /** Over and outside that window: it is not asked for again. */
    FINAL;

    /** The less settled of the two: a day is never more settled than its least settled part. */
    public DayStatus orLessSettled(DayStatus other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The public spelling: {@code partial}, {@code provisional} or {@code final}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
