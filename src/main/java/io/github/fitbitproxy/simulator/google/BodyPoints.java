package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import io.github.fitbitproxy.simulator.wearer.Weighing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** One figure of each weighing: what a scale measures at once are points of two types. */
final class BodyPoints implements PointSource {

    /** What the type tells of a weighing. */
    private interface Figure {

        /** Empty if the scale does not measure it. */
        Optional<ObjectNode> of(Weighing weighing);
    }

    private final String numbers;
    private final Figure figure;

    private BodyPoints(String numbers, Figure figure) {
        this.numbers = numbers;
        this.figure = figure;
    }

    static BodyPoints weight() {
        return new BodyPoints(
                "66",
                weighing -> Optional.of(Json.object().put("weightGrams", Math.round(weighing.kilograms() * 1000))));
    }

    static BodyPoints fat() {
        return new BodyPoints(
                "67",
                weighing -> Optional.ofNullable(weighing.fatPercent())
                        .map(percent -> Json.object().put("percentage", percent)));
    }

    @Override
    public Stream<Point> on(LocalDate date, WearerLife life, Instant now) {
        return life.weighings(date, now).stream()
                .flatMap(weighing -> figure.of(weighing).map(value -> point(date, weighing, value)).stream());
    }

    private Point point(LocalDate date, Weighing weighing, ObjectNode value) {
        ZonedDateTime at = weighing.at();
        ObjectNode timed = Json.object();
        timed.set("sampleTime", Times.sample(at));
        timed.setAll(value);
        return new Point(
                numbers + at.toInstant().toEpochMilli(),
                date,
                at.toInstant(),
                at.getOffset(),
                at.toInstant(),
                at.getOffset(),
                weighing.source().equals("API") ? Sources.byHand() : Sources.scale(weighing.source()),
                false,
                timed);
    }
}
