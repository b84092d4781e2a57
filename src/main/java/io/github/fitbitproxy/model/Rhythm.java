package io.github.fitbitproxy.model;

import java.time.Duration;

/** How often the figures of a day change while it goes on: that decides how often it is worth asking for them. */
public enum Rhythm {
    /** All day long, as steps do. */
    ALL_DAY(Duration.ZERO),
    /** Once or a few times, as what is told of a night or by a scale. */
    ONCE_A_DAY(Duration.ofMinutes(30));

    private final Duration shortestLifetime;

    Rhythm(Duration shortestLifetime) {
        this.shortestLifetime = shortestLifetime;
    }

    /**
     * How long today's answer is fresh.
     *
     * @param freshness what is configured, which is not gone below
     */
    public Duration lifetime(Duration freshness) {
        return freshness.compareTo(shortestLifetime) < 0 ? shortestLifetime : freshness;
    }
}
