package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Where the points of one data type come from. */
interface PointSource {

    /** The points of one day, oldest first, as far as they are known by now. */
    Stream<Point> on(LocalDate date, WearerLife life, Instant now);
}
