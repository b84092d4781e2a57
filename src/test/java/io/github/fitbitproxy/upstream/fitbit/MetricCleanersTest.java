package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.PublicJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cleaners of the kinds that come in parts, a part a metric. */
class MetricCleanersTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 2);

    private record Cleaner(String kind, List<String> parts, Function<RawDay, Day<?>> clean) {}

    private static final List<Cleaner> CLEANERS = List.of(
            new Cleaner("heart", List.of("heart", "hrv"), HeartCleaner::clean),
            new Cleaner("body", List.of("weight", "fat"), BodyCleaner::clean),
            new Cleaner("vitals", List.of("spo2", "br", "tempSkin", "cardioScore"), VitalsCleaner::clean));

    @TestFactory
    Stream<DynamicTest> cleanEveryFixture() {
        return CLEANERS.stream()
                .flatMap(cleaner -> FixtureCase.all("fitbit", cleaner.kind).stream()
                        .map(fixture -> DynamicTest.dynamicTest(
                                cleaner.kind + ": " + fixture.name(),
                                () -> assertThat(PublicJson.of(cleaner.clean.apply(fixture.raw())))
                                        .isEqualTo(fixture.expected()))));
    }

    /** An empty body and a bare list are answers here: SpO2 is told like that. */
    @TestFactory
    Stream<DynamicTest> refuseADayOfWhichNoPartIsReadable() {
        return CLEANERS.stream()
                .flatMap(cleaner -> UnreadableBodies.bodies((name, body) -> Map.entry(name, body))
                        .filter(body -> !List.of("empty", "list").contains(body.getKey()))
                        .map(body -> DynamicTest.dynamicTest(
                                cleaner.kind + ": " + body.getKey(),
                                () -> UnreadableBodies.assertRefused(
                                        () -> cleaner.clean.apply(raw(cleaner, body.getValue()))))));
    }

    private static RawDay raw(Cleaner cleaner, byte[] body) {
        TreeMap<String, byte[]> received = new TreeMap<>();
        cleaner.parts.forEach(part -> received.put(part, body));
        return FixtureCase.raw("fitbit", cleaner.kind, DAY, ZoneOffset.UTC, new Parts(received, new TreeSet<>()));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "0",
                "-1",
                "5",
                "97.25",
                "1440",
                "1e9",
                "-0.0",
                "null",
                "true",
                "\"\"",
                "\"41-45\"",
                "\"-3\"",
                "\"x\"",
                "[]",
                "{}",
                "[{\"minutes\":1440,\"name\":\"Peak\"}]");
    }

    /** Whatever a field holds, figures are unknown or sensible, and nothing but an unreadable answer is thrown. */
    @Property(tries = 2000)
    void tellSensibleFiguresOrNone(@ForAll("values") String one, @ForAll("values") String two) {
        String body = "{\"list\":[{\"dateTime\":\"2024-03-02\",\"date\":\"2024-03-02\",\"time\":" + two
                + ",\"weight\":" + one + ",\"fat\":" + two + ",\"bmi\":" + one
                + ",\"value\":{\"avg\":" + one + ",\"min\":" + two + ",\"max\":" + one + ",\"breathingRate\":" + two
                + ",\"nightlyRelative\":" + one + ",\"vo2Max\":" + two + ",\"dailyRmssd\":" + one + ",\"deepRmssd\":"
                + two + ",\"restingHeartRate\":" + one + ",\"heartRateZones\":" + two + "}}]}";
        for (Cleaner cleaner : CLEANERS) {
            assertThatCode(() ->
                            assertSensible(cleaner.clean.apply(raw(cleaner, body.getBytes(StandardCharsets.UTF_8)))))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown).isInstanceOf(UpstreamException.class));
        }
    }

    private static void assertSensible(Day<?> day) {
        if (day instanceof HeartDay heart) {
            assertThat(heart.restingHeartRate() == null || heart.restingHeartRate() > 0)
                    .isTrue();
            HeartDay.HeartRateVariability variability = heart.heartRateVariability();
            assertThat(variability == null || positive(variability.dailyRmssdMilliseconds()))
                    .isTrue();
        } else if (day instanceof BodyDay body) {
            assertThat(positive(body.weightKilograms())).isTrue();
            assertThat(positive(body.fatPercent())).isTrue();
            assertThat(body.fatPercent() == null || body.fatPercent() < 100).isTrue();
        } else if (day instanceof VitalsDay vitals) {
            VitalsDay.OxygenSaturation oxygen = vitals.oxygenSaturation();
            assertThat(oxygen == null || oxygen.averagePercent() == null || oxygen.averagePercent() <= 100)
                    .isTrue();
            assertThat(positive(vitals.breathsPerMinute())).isTrue();
            VitalsDay.CardioFitness fitness = vitals.cardioFitness();
            assertThat(fitness == null || fitness.vo2MaxLow() <= fitness.vo2MaxHigh())
                    .isTrue();
        }
    }

    private static boolean positive(@Nullable Double figure) {
        return figure == null || figure > 0;
    }
}
