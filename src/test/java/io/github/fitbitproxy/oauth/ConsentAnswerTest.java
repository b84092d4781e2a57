package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentAnswerTest {

    private static final ConsentAnswer BOTH = new ConsentAnswer("tt/1", "vf 2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pi.local:8080/setup/callback?oauth_token=tt%2F1&oauth_verifier=vf%202",
                "  http://pi.local/setup/callback?oauth_token=tt%2F1&oauth_verifier=vf+2#_=_\n",
                "https://example.org/cb?x=a&oauth_verifier=vf%202&oauth_token=tt/1#top",
                "http%3A%2F%2Fpi.local%2Fcb%3Foauth_token%3Dtt%252F1%26oauth_verifier%3Dvf%25202",
                "?oauth_token=tt%2F1&oauth_verifier=vf%202",
                "oauth_token=tt%2F1&oauth_verifier=vf%202",
                "oauth_token%3Dtt%2F1%26oauth_verifier%3Dvf%202"
            })
    void readsAnAddressHoweverItWasPasted(String pasted) {
        assertThat(ConsentAnswer.ofPasted(pasted)).isEqualTo(BOTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", " vf-22b1 ", "abc==", "oauth_verifier=abc"})
    void readsAVerifier(String pasted) {
        ConsentAnswer answer = ConsentAnswer.ofPasted(pasted);
        assertThat(answer.token()).isNull();
        assertThat(answer.verifier()).isIn("1234567", "vf-22b1", "abc==", "abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pi.local/setup/callback",
                "http://pi.local/setup/callback?x=y",
                "https://example.org/authorize?display=touch#oauth_verifier=x"
            })
    void findsNoVerifierInAnAddressWithoutOne(String pasted) {
        assertThat(ConsentAnswer.ofPasted(pasted)).isEqualTo(new ConsentAnswer(null, null));
    }

    @Test
    void tellsARefusalFromAConsent() {
        ConsentAnswer refusal = new ConsentAnswer("tt-1", null);
        assertThat(ConsentAnswer.ofPasted("http://pi.local/cb?denied=tt-1")).isEqualTo(refusal);
        assertThat(ConsentAnswer.ofPasted("http://pi.local/cb?oauth_token=tt-1"))
                .isEqualTo(refusal);
        assertThat(ConsentAnswer.ofPasted("http://pi.local/cb?oauth_token=tt-1&oauth_verifier="))
                .isEqualTo(refusal);
        assertThat(ConsentAnswer.of("tt-1", " ", null)).isEqualTo(refusal);
        assertThat(ConsentAnswer.of("other", "vf", "tt-1")).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "two words",
                "http://pi.local/cb?oauth_token=%zz",
                "oauth_token=a&oauth_token=b&oauth_verifier=c"
            })
    void refusesWhatIsNeitherAddressNorVerifier(String pasted) {
        assertThatThrownBy(() -> ConsentAnswer.ofPasted(pasted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsFarTooLong() {
        assertThatThrownBy(() -> ConsentAnswer.ofPasted("a".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }
}
