package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.PublicJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SleepCleanerTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 2);

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("fitbit", "sleep").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(SleepCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(
                name,
                () -> UnreadableBodies.assertRefused(() -> SleepCleaner.clean(
                        FixtureCase.raw("fitbit", "sleep", DAY, ZoneOffset.UTC, Parts.of(SleepCleaner.SLEEP, body))))));
    }

    @Test
    void bearsTheNameOfWhoeverTold() throws Exception {
        RawDay raw = new RawDay(
                new DayKey(Person.ME, "demo-fitbit", "sleep", DAY),
                FixtureCase.FETCHED_AT,
                ZoneOffset.UTC,
                null,
                Parts.of(SleepCleaner.SLEEP, "{\"sleep\":[]}".getBytes(StandardCharsets.UTF_8)));

        assertThat(SleepCleaner.clean(raw).upstream()).isEqualTo("demo-fitbit");
        assertThat(SleepCleaner.clean(raw).deviceSyncedAt()).isNull();
    }
}
