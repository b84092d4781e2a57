package io.github.fitbitproxy.integration;

import static io.github.fitbitproxy.integration.Figure.Course.MEASURED;
import static io.github.fitbitproxy.integration.Unit.KILOGRAMS;
import static io.github.fitbitproxy.integration.Unit.KILOGRAMS_PER_SQUARE_METER;
import static io.github.fitbitproxy.integration.Unit.PERCENT;

import io.github.fitbitproxy.model.BodyDay;
import java.util.List;

/** Figures of today's measurements of the body. */
final class BodyFigures {

    static final List<Figure> ALL = List.of(
            body("weightKilograms", "weight", "Weight", "Weight", KILOGRAMS),
            body("fatPercent", "fat", "Body fat", "Share of fat in the body", PERCENT),
            body("bmi", "mass_index", "Body mass index", "Body mass index", KILOGRAMS_PER_SQUARE_METER));

    private BodyFigures() {}

    private static Figure body(String path, String name, String title, String meaning, Unit unit) {
        return new Figure(
                BodyDay.KIND.name(),
                path,
                name,
                title,
                meaning + ", by today's latest measurement that tells it.",
                unit,
                MEASURED);
    }
}
