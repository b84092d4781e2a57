package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
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
        return FixtureCase.all("activities").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(ActivityCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesASummaryThatIsNoJsonObject() {
        return Unreadable.bodies((name, body) -> refusal(name, Map.of(ActivityCleaner.SUMMARY, body)));
    }

    @TestFactory
    Stream<DynamicTest> refusesTimeSeriesOfWhichNoneIsReadable() {
        return Unreadable.bodies((name, body) -> refusal(name, Map.of("steps", body, "distance", body)));
    }

    private static DynamicTest refusal(String name, Map<String, byte[]> received) {
        Parts parts = new Parts(new TreeMap<>(received), new TreeSet<>());
        RawDay raw = FixtureCase.raw("activities", DAY, ZoneOffset.UTC, parts);
        return DynamicTest.dynamicTest(name, () -> Unreadable.assertRefused(() -> ActivityCleaner.clean(raw)));
    }
}
