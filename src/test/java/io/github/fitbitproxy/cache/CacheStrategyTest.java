package io.github.fitbitproxy.cache;

import static io.github.fitbitproxy.cache.CacheStrategy.FETCH;
import static io.github.fitbitproxy.cache.CacheStrategy.FRESH;
import static io.github.fitbitproxy.cache.CacheStrategy.STALE_WHILE_REVALIDATE;
import static io.github.fitbitproxy.cache.CacheStrategy.decide;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CacheStrategyTest {

    private static final Instant FETCHED = Instant.parse("2026-11-21T09:00:00Z");

    private static Answer freshFor(Duration lifetime) {
        return new Answer(Buffer.buffer("{}"), "\"e\"", FETCHED, FETCHED.plus(lifetime));
    }

    private static final Answer FIVE_MINUTES = freshFor(Duration.ofMinutes(5));
    private static final Answer SETTLED = new Answer(Buffer.buffer("{}"), "\"e\"", FETCHED, Instant.MAX);

    @Test
    void answersFromTheStoreUntilTheLifetimeIsOver() {
        assertThat(decide(FIVE_MINUTES, FETCHED.plusSeconds(299), RequestDirectives.NONE))
                .isEqualTo(FRESH);
        assertThat(decide(FIVE_MINUTES, FETCHED.plusSeconds(300), RequestDirectives.NONE))
                .isEqualTo(STALE_WHILE_REVALIDATE);
    }

    @Test
    void answersStaleForOneMoreLifetimeThenAsksFirst() {
        assertThat(decide(FIVE_MINUTES, FETCHED.plusSeconds(599), RequestDirectives.NONE))
                .isEqualTo(STALE_WHILE_REVALIDATE);
        assertThat(decide(FIVE_MINUTES, FETCHED.plusSeconds(600), RequestDirectives.NONE))
                .isEqualTo(FETCH);
    }

    @Test
    void answersStaleForAnHourAtMost() {
        Answer day = freshFor(Duration.ofDays(1));
        assertThat(decide(day, FETCHED.plus(Duration.ofHours(25)).minusSeconds(1), RequestDirectives.NONE))
                .isEqualTo(STALE_WHILE_REVALIDATE);
        assertThat(decide(day, FETCHED.plus(Duration.ofHours(25)), RequestDirectives.NONE))
                .isEqualTo(FETCH);
    }

    @Test
    void asksFirstWhenTheClientSaysNoCache() {
        assertThat(decide(SETTLED, FETCHED, RequestDirectives.parse("no-cache")))
                .isEqualTo(FETCH);
    }

    @Test
    void asksFirstWhenTheAnswerIsOlderThanTheClientAccepts() {
        assertThat(decide(FIVE_MINUTES, FETCHED.plusSeconds(60), RequestDirectives.parse("max-age=60")))
                .isEqualTo(FRESH);
        assertThat(decide(FIVE_MINUTES, FETCHED.plusSeconds(61), RequestDirectives.parse("max-age=60")))
                .isEqualTo(FETCH);
    }

    @Test
    void doesNotBelieveAClockThatStandsBeforeTheFetch() {
        Instant bootOfABoardWithoutClock = Instant.EPOCH;
        assertThat(decide(FIVE_MINUTES, bootOfABoardWithoutClock, RequestDirectives.NONE))
                .isEqualTo(FETCH);
    }

    @Test
    void answersOnErrorUpToTheCeilingAndForEverWhenSettled() {
        Duration ceiling = Duration.ofDays(30);
        assertThat(CacheStrategy.mayAnswerOnError(FIVE_MINUTES, FETCHED.plus(ceiling), ceiling))
                .isTrue();
        assertThat(CacheStrategy.mayAnswerOnError(
                        FIVE_MINUTES, FETCHED.plus(ceiling).plusSeconds(1), ceiling))
                .isFalse();
        assertThat(CacheStrategy.mayAnswerOnError(SETTLED, FETCHED.plus(Duration.ofDays(9999)), ceiling))
                .isTrue();
    }

    @Property
    void neverGoesBackToFreshAsTimePasses(
            @ForAll @IntRange(min = 1, max = 200_000) int lifetimeSeconds,
            @ForAll @IntRange(max = 400_000) int earlierSeconds,
            @ForAll @IntRange(max = 400_000) int waitSeconds) {
        Answer answer = freshFor(Duration.ofSeconds(lifetimeSeconds));
        Instant earlier = FETCHED.plusSeconds(earlierSeconds);
        CacheStrategy before = decide(answer, earlier, RequestDirectives.NONE);
        CacheStrategy after = decide(answer, earlier.plusSeconds(waitSeconds), RequestDirectives.NONE);
        assertThat(after).isGreaterThanOrEqualTo(before);
        assertThat(before == FRESH).isEqualTo(answer.secondsLeft(earlier) > 0);
    }
}
