package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.TrendMetric;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the time asleep grows or shrinks: ordinary least squares over the days (Draper and Smith, Applied Regression Analysis,
 * 1998, §1.4).
 *
 * <pre>
 * slope = sum((x - xbar)(y - ybar)) / Sxx,  Sxx = sum((x - xbar)^2)
 * standard error = sqrt(sum(residual^2) / (n - 2) / Sxx)
 * 95 % interval = slope +- t(0.975, n - 2) x standard error
 * </pre>
 */
final class Trend {

    private static final int MINIMUM_NIGHTS = 7;
    private static final int DAYS_A_WEEK = 7;

    private Trend() {}

    static TrendMetric minutesAsleep(Nights nights) {
        List<Double> days = new ArrayList<>();
        List<Double> minutes = new ArrayList<>();
        for (Night night : nights.nights()) {
            Integer asleep = night.sleep().minutesAsleep();
            if (asleep != null) {
                days.add((double) nights.range().from().until(night.date(), ChronoUnit.DAYS));
                minutes.add((double) asleep);
            }
        }
        Line line = days.size() < MINIMUM_NIGHTS ? null : Line.through(days, minutes);
        Double slope = line == null ? null : Double.valueOf(line.slope * DAYS_A_WEEK);
        Double error = line == null ? null : Double.valueOf(line.standardError * DAYS_A_WEEK);
        double margin = error == null ? 0 : error * studentQuantile(days.size() - 2);
        return new TrendMetric(
                Rounding.tenths(slope),
                "minutes a week",
                days.size(),
                nights.missing(days.size()),
                "Least squares line through the minutes asleep of the main sleeps, with Student's 95 % interval; nights are"
                        + " taken as independent.",
                Map.of("minimumNights", MINIMUM_NIGHTS, "naps", "left out", "of", "minutesAsleep"),
                Rounding.tenths(error),
                slope == null ? null : Rounding.tenths(Double.valueOf(slope - margin)),
                slope == null ? null : Rounding.tenths(Double.valueOf(slope + margin)));
    }

    /**
     * The 97.5 % quantile of Student's distribution, by its series in 1 / degrees of freedom (Abramowitz and Stegun 1964, 26.7.5);
     * within 0.002 from five degrees on.
     */
    static double studentQuantile(int degreesOfFreedom) {
        double z = 1.959963985;
        double n = degreesOfFreedom;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double z9 = z7 * z * z;
        return z
                + (z3 + z) / (4 * n)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n)
                + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * n * n * n * n);
    }

    private record Line(double slope, double standardError) {

        static @Nullable Line through(List<Double> x, List<Double> y) {
            Double meanX = Sample.mean(x);
            Double meanY = Sample.mean(y);
            if (meanX == null || meanY == null) {
                return null;
            }
            double sxx = 0;
            double sxy = 0;
            for (int i = 0; i < x.size(); i++) {
                sxx += (x.get(i) - meanX) * (x.get(i) - meanX);
                sxy += (x.get(i) - meanX) * (y.get(i) - meanY);
            }
            double slope = sxy / sxx;
            double residuals = 0;
            for (int i = 0; i < x.size(); i++) {
                double residual = y.get(i) - meanY - slope * (x.get(i) - meanX);
                residuals += residual * residual;
            }
            return new Line(slope, Math.sqrt(residuals / (x.size() - 2) / sxx));
        }
    }
}
