package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.PublicJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VitalsCleanerTest {

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("takeout", "vitals").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(VitalsCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }
}
