package io.github.fitbitproxy.sleep.analysis;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain statistics of numbers. What cannot be told from so few is {@code null}. */
final class Sample {

    private Sample() {}

    /** {@code sum(x) / n} */
    static @Nullable Double mean(Collection<Double> values) {
        return values.isEmpty()
                ? null
                : Double.valueOf(values.stream().mapToDouble(value -> value).sum() / values.size());
    }

    /** {@code sqrt(sum((x - mean)^2) / (n - 1))}, the sample standard deviation. */
    static @Nullable Double deviation(Collection<Double> values) {
        Double mean = mean(values);
        if (mean == null || values.size() < 2) {
            return null;
        }
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    /** The middle one in order of size, or the mean of the two in the middle. */
    static @Nullable Double median(Collection<Double> values) {
        if (values.isEmpty()) {
            return null;
        }
        List<Double> inOrder = values.stream().sorted().toList();
        int middle = inOrder.size() / 2;
        return inOrder.size() % 2 == 1
                ? inOrder.get(middle)
                : Double.valueOf((inOrder.get(middle - 1) + inOrder.get(middle)) / 2);
    }
}
