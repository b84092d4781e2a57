package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.PublicJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HeartCleanerTest {

    @TestFactory
    Stream<DynamicTest> cleansEveryFixture() {
        return FixtureCase.all("takeout", "heart").stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(),
                        () -> assertThat(PublicJson.of(HeartCleaner.clean(fixture.raw())))
                                .isEqualTo(fixture.expected())));
    }
}
