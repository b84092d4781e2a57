package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:15:02.75Z");

    @Test
    void readsEverything() {
        TokenAnswer answer = TokenAnswer.parse("{\"access_token\":\"at\",\"expires_in\":28800,\"refresh_token\":\"rt\","
                + "\"scope\":\" sleep  activity\",\"token_type\":\"bearer\",\"user_id\":\"9XYZ12\",\"odd\":[1],"
                + "\"refresh_token_expires_in\":604799}");
        assertThat(answer)
                .isEqualTo(new TokenAnswer(
                        "at",
                        Duration.ofHours(8),
                        "rt",
                        Duration.ofSeconds(604_799),
                        new TreeSet<>(List.of("activity", "sleep")),
                        "9XYZ12"));
        assertThat(answer.tokens(NOW))
                .isEqualTo(new OAuth2Tokens(
                        "at",
                        Instant.parse("2026-11-21T17:15:02Z"),
                        "rt",
                        Instant.parse("2026-11-28T09:15:01Z"),
                        answer.scopes()));
    }

    @Test
    void needsNothingButTheAccessToken() {
        TokenAnswer answer = TokenAnswer.parse("{\"access_token\":\"at\"}");
        assertThat(answer).isEqualTo(new TokenAnswer("at", null, null, null, new TreeSet<>(), null));
        assertThatThrownBy(() -> answer.tokens(NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "\"soon\"", "null", "{}", "[]", "99999999999", "true", "9e99"})
    void doesNotBelieveAbsurdLifetimes(String lifetime) {
        TokenAnswer answer = TokenAnswer.parse("{\"access_token\":\"at\",\"expires_in\":" + lifetime
                + ",\"refresh_token_expires_in\":" + lifetime + "}");
        assertThat(answer.lifetime()).isNull();
        assertThat(answer.refreshLifetime()).isNull();
    }

    @Property(tries = 200)
    void readsLifetimesAsNumbersAndAsTexts(@ForAll @LongRange(min = 1, max = 315_360_000) long seconds) {
        Duration expected = Duration.ofSeconds(seconds);
        assertThat(TokenAnswer.parse("{\"access_token\":\"at\",\"expires_in\":" + seconds + "}")
                        .lifetime())
                .isEqualTo(expected);
        assertThat(TokenAnswer.parse("{\"access_token\":\"at\",\"expires_in\":\"" + seconds + "\"}")
                        .lifetime())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"at\"",
                "<html>secret</html>",
                "access_token=secret&token_type=Bearer",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"secret\\nSet-Cookie: x\"}",
                "{\"access_token\":\"secret token\"}",
                "{\"access_token\":\"secret\",\"token_type\":\"mac\"}",
                "{\"access_token\":\"at\",\"refresh_token\":\"secret\\u0000\"}",
                "{\"access_token\":\"secret\""
            })
    void refusesWhatIsNoTokenWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> TokenAnswer.parse(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void keepsWhatItLeavesOut() {
        OAuth2Tokens older = new OAuth2Tokens(
                "at-0", NOW, "rt-0", Instant.parse("2026-11-25T00:00:00Z"), new TreeSet<>(List.of("sleep")));
        assertThat(TokenAnswer.parse("{\"access_token\":\"at-1\",\"expires_in\":60}")
                        .tokens(NOW, older))
                .isEqualTo(new OAuth2Tokens(
                        "at-1",
                        Instant.parse("2026-11-21T09:16:02Z"),
                        "rt-0",
                        Instant.parse("2026-11-25T00:00:00Z"),
                        older.scopes()));
        assertThat(TokenAnswer.parse("{\"access_token\":\"at-1\",\"refresh_token\":\"rt-1\",\"scope\":\"steps\"}")
                        .tokens(NOW, older))
                .as("the end of the older refresh token is not that of a new one")
                .isEqualTo(new OAuth2Tokens("at-1", null, "rt-1", null, new TreeSet<>(List.of("steps"))));
    }
}
