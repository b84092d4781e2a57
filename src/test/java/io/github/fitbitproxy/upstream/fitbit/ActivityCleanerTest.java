package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.PublicJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ActivityCleanerTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 2);

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("fitbit", "activities").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(ActivityCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesASummaryThatIsNoJsonObject() {
        return UnreadableBodies.bodies((name, body) -> refusal(name, Map.of(ActivityCleaner.SUMMARY, body)));
    }

    @TestFactory
    Stream<DynamicTest> refusesTimeSeriesOfWhichNoneIsReadable() {
        return UnreadableBodies.bodies((name, body) -> refusal(name, Map.of("steps", body, "distance", body)));
    }

    private static DynamicTest refusal(String name, Map<String, byte[]> received) {
        Parts parts = new Parts(new TreeMap<>(received), new TreeSet<>());
        RawDay raw = FixtureCase.raw("fitbit", "activities", DAY, ZoneOffset.UTC, parts);
        return DynamicTest.dynamicTest(name, () -> UnreadableBodies.assertRefused(() -> ActivityCleaner.clean(raw)));
    }
}
