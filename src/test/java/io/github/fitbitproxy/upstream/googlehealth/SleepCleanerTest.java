package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.PublicJson;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SleepCleanerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 3);

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("google-health", "sleep").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(SleepCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(
                name,
                () -> UnreadableBodies.assertRefused(() -> SleepCleaner.clean(FixtureCase.raw(
                        "google-health", "sleep", DAY, ZoneOffset.UTC, Parts.of(DataType.SLEEP.path(), body))))));
    }
}
