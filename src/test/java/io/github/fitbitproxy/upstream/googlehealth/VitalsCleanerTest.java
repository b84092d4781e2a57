package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.PublicJson;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VitalsCleanerTest {

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("google-health", "vitals").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(VitalsCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesADayOfWhichNoPartIsAJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(
                name,
                () -> UnreadableBodies.assertRefused(() -> VitalsCleaner.clean(FixtureCase.raw(
                        "google-health", "vitals", LocalDate.of(2026, 1, 2), ZoneOffset.UTC, unreadable(body))))));
    }

    private static Parts unreadable(byte[] body) {
        return new Parts(
                new TreeMap<>(
                        Map.of(DataType.DAILY_OXYGEN_SATURATION.path(), body, DataType.DAILY_VO2_MAX.path(), body)),
                new TreeSet<>());
    }
}
