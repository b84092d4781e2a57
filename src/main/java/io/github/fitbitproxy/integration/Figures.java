package io.github.fitbitproxy.integration;

import java.util.List;
import java.util.stream.Stream;

/** The figures that dashboards watch. A new kind of data is shown everywhere once it has rows, and these stand here. */
public final class Figures {

    /** Every figure, in the order in which people read them. */
    public static final List<Figure> ALL = Stream.of(
                    SleepFigures.ALL, ActivityFigures.ALL, HeartFigures.ALL, BodyFigures.ALL, VitalsFigures.ALL)
            .flatMap(List::stream)
            .toList();

    private Figures() {}

    /** The figures of one kind of data; empty if it has none. */
    public static List<Figure> of(String kind) {
        return ALL.stream().filter(figure -> figure.kind().equals(kind)).toList();
    }
}
