package io.github.fitbitproxy.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestDirectivesTest {

    @Test
    void readsWhatMattersAmongWhatDoesNot() {
        assertThat(RequestDirectives.parse("No-Cache, no-store, max-age=0"))
                .isEqualTo(new RequestDirectives(true, false, 0L));
        assertThat(RequestDirectives.parse("only-if-cached")).isEqualTo(new RequestDirectives(false, true, null));
    }

    @Test
    void asksForNothingSpecialWhenThereIsNoHeaderOrNonsense() {
        assertThat(RequestDirectives.parse(null)).isEqualTo(RequestDirectives.NONE);
        assertThat(RequestDirectives.parse("max-age=soon, ,=,max-age=-1")).isEqualTo(RequestDirectives.NONE);
    }

    @Test
    void takesAHugeNumberForTheLargest() {
        assertThat(RequestDirectives.parse("max-age=99999999999999").maxAgeSeconds())
                .isEqualTo(Integer.MAX_VALUE);
    }
}
