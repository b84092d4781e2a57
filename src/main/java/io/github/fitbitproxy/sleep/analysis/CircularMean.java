package io.github.fitbitproxy.sleep.analysis;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of times of day, as directions on a circle of 1440 minutes: the mean of 23:50 and 00:10 is midnight (Mardia and
 * Jupp, Directional Statistics, 2000, §2.2 and §2.3).
 *
 * @param minutes the direction of the sum of the unit vectors, in minutes after midnight, 0 to below 1440
 * @param resultantLength {@code R}, the length of the mean unit vector: 1 when all times are equal, 0 when they point nowhere
 */
record CircularMean(double minutes, double resultantLength) {

    private static final double DAY = 1440;

    /** Below this the direction is rounding noise. */
    private static final double NOWHERE = 1e-9;

    /** The mean, or {@code null} if there are no times or they cancel each other out. */
    static @Nullable CircularMean of(Collection<Double> times) {
        double x = 0;
        double y = 0;
        for (double time : times) {
            x += Math.cos(time * 2 * Math.PI / DAY);
            y += Math.sin(time * 2 * Math.PI / DAY);
        }
        double length = Math.hypot(x, y) / Math.max(1, times.size());
        return length < NOWHERE
                ? null
                : new CircularMean(onTheClock(Math.atan2(y, x) * DAY / (2 * Math.PI)), Math.min(1, length));
    }

    /** Circular standard deviation in minutes: {@code (1440 / 2 pi) sqrt(-2 ln R)}. */
    double deviation() {
        return DAY / (2 * Math.PI) * Math.sqrt(Math.max(0, -2 * Math.log(resultantLength)));
    }

    /** Median distance from the median, in minutes. Both medians are taken along the circle, cut opposite the mean. */
    @Nullable
    Double medianAbsoluteDeviation(Collection<Double> times) {
        List<Double> fromMean =
                times.stream().map(time -> difference(time, minutes)).toList();
        Double median = Sample.median(fromMean);
        return median == null
                ? null
                : Sample.median(fromMean.stream()
                        .map(distance -> Math.abs(distance - median))
                        .toList());
    }

    /** From {@code reference} to {@code time} the shorter way round the clock: above -720 to 720 minutes. */
    static double difference(double time, double reference) {
        double forward = onTheClock(time - reference);
        return forward > DAY / 2 ? forward - DAY : forward;
    }

    /** Minutes after midnight by the clock that held then. */
    static double timeOf(OffsetDateTime moment) {
        return moment.toLocalTime().toSecondOfDay() / 60.0;
    }

    /** As {@code HH:mm}, rounded to a minute. */
    static String clock(double minutes) {
        int rounded = (int) Math.round(onTheClock(minutes)) % (int) DAY;
        return "%02d:%02d".formatted(rounded / 60, rounded % 60);
    }

    private static double onTheClock(double minutes) {
        double onTheClock = minutes % DAY;
        return onTheClock < 0 ? onTheClock + DAY : onTheClock;
    }
}
