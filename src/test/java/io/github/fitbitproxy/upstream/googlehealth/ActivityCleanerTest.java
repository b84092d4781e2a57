package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.PublicJson;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ActivityCleanerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("google-health", "activities").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(ActivityCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesADayOfWhichNoPartIsAJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(
                name,
                () -> UnreadableBodies.assertRefused(() -> ActivityCleaner.clean(
                        FixtureCase.raw("google-health", "activities", DAY, ZoneOffset.UTC, unreadable(body))))));
    }

    private static Parts unreadable(byte[] body) {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        parts.put(DataType.STEPS.path(), body);
        parts.put(DataType.EXERCISE.path(), body);
        return new Parts(parts, new TreeSet<>());
    }
}
