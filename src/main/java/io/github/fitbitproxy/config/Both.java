package io.github.fitbitproxy.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Two settings that work only together. */
public final class Both {

    private Both() {}

    /**
     * Joins two settings.
     *
     * @return empty if neither is set
     * @throws ConfigurationException naming the one that is missing, if the other is set
     */
    public static <T> Optional<T> join(
            String firstKey,
            Optional<String> first,
            String secondKey,
            Optional<String> second,
            BiFunction<String, String, T> joined) {
        if (first.isPresent() != second.isPresent()) {
            String given = first.isPresent() ? firstKey : secondKey;
            String absent = first.isPresent() ? secondKey : firstKey;
            throw new ConfigurationException(
                    given + " is set, but " + absent + " is not. They work only together: set both or neither.",
                    Set.of(absent));
        }
        return first.flatMap(one -> second.map(other -> joined.apply(one, other)));
    }
}
