package io.github.fitbitproxy.simulator.wearer;

/**
 * A stretch of one level.
 *
 * @param offsetSeconds from the start of the log
 */
public record Segment(int offsetSeconds, Level level, int seconds) {

    public int endSeconds() {
        return offsetSeconds + seconds;
    }
}
