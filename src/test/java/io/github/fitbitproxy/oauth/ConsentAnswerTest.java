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
        assertThat(answer.key()).isNull();
        assertThat(answer.proof()).isIn("1234567", "vf-22b1", "abc==", "abc");
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
        assertThat(ConsentAnswer.ofPasted("oauth_token=tt-1&oauth_verifier=%20"))
                .isEqualTo(refusal);
        assertThat(ConsentAnswer.ofPasted("oauth_token=other&oauth_verifier=vf&denied=tt-1"))
                .isEqualTo(refusal);
        assertThat(ConsentAnswer.ofPasted("http://localhost:8080/cb?error=access_denied&state=tt-1#_=_"))
                .isEqualTo(refusal);
        assertThat(ConsentAnswer.ofPasted("error=access_denied&code=c&state=tt-1"))
                .isEqualTo(refusal);
        assertThat(ConsentAnswer.ofPasted("error=access_denied")).isEqualTo(new ConsentAnswer(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/setup/callback?state=s-1&code=4%2F0Ab&scope=a%20b",
                "http://pi.local/setup/callback?code=4%2F0Ab&state=s-1#_=_",
                "state=s-1&code=4/0Ab",
                "http%3A%2F%2Flocalhost%3A8080%2Fcb%3Fstate%3Ds-1%26code%3D4%252F0Ab"
            })
    void readsACodeHoweverItWasPasted(String pasted) {
        assertThat(ConsentAnswer.ofPasted(pasted)).isEqualTo(new ConsentAnswer("s-1", "4/0Ab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/0Ab", "4%2F0Ab", "4/0Ab#_=_", "code=4%2F0Ab", "?code=4/0Ab&scope=x"})
    void readsACodeAlone(String pasted) {
        assertThat(ConsentAnswer.ofPasted(pasted)).isEqualTo(new ConsentAnswer(null, "4/0Ab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "two words",
                "http://pi.local/cb?oauth_token=%zz",
                "oauth_token=a&oauth_token=b&oauth_verifier=c",
                "state=a&state=b&code=c",
                "#_=_"
            })
    void refusesWhatIsNeitherAddressNorVerifier(String pasted) {
        assertThatThrownBy(() -> ConsentAnswer.ofPasted(pasted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsFarTooLong() {
        assertThatThrownBy(() -> ConsentAnswer.ofPasted("a".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }
}
