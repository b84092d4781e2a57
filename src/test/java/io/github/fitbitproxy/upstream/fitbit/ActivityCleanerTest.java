package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.Parts;
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
        return Unreadable.bodies((name, body) ->
                DynamicTest.dynamicTest(name, () -> assertRefused(Map.of(ActivityCleaner.SUMMARY, body))));
    }

    @TestFactory
    Stream<DynamicTest> refusesTimeSeriesOfWhichNoneIsReadable() {
        return Unreadable.bodies((name, body) ->
                DynamicTest.dynamicTest(name, () -> assertRefused(Map.of("steps", body, "distance", body))));
    }

    private static void assertRefused(Map<String, byte[]> received) {
        Parts parts = new Parts(new TreeMap<>(received), new TreeSet<>());
        Unreadable.assertRefused(
                () -> ActivityCleaner.clean(FixtureCase.raw("activities", DAY, ZoneOffset.UTC, parts)));
    }
}
