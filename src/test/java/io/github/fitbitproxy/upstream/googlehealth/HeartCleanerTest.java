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

class HeartCleanerTest {

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("google-health", "heart").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(HeartCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesADayOfWhichNoPartIsAJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(
                name,
                () -> UnreadableBodies.assertRefused(() -> HeartCleaner.clean(FixtureCase.raw(
                        "google-health", "heart", LocalDate.of(2026, 1, 2), ZoneOffset.UTC, unreadable(body))))));
    }

    private static Parts unreadable(byte[] body) {
        return new Parts(
                new TreeMap<>(Map.of(
                        DataType.DAILY_RESTING_HEART_RATE.path(), body, DataType.TIME_IN_HEART_RATE_ZONE.path(), body)),
                new TreeSet<>());
    }
}
