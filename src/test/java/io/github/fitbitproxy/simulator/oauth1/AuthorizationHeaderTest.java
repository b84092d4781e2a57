package io.github.fitbitproxy.simulator.oauth1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorizationHeaderTest {

    @Test
    void readsParametersInAnyOrderAndLeavesTheRealmOut() {
        AuthorizationHeader header = AuthorizationHeader.parse(
                        "OAuth realm=\"Photos\", oauth_nonce=\"n%2C1\",oauth_token=\"\",  oauth_version=\"1.0\"")
                .orElseThrow();

        assertThat(header.parameters()).hasSize(3);
        assertThat(header.value("oauth_nonce")).contains("n,1");
        assertThat(header.value("oauth_token")).isEmpty();
        assertThat(header.value("realm")).isEmpty();
    }

    @Test
    void readsTheSchemeInAnyCase() {
        assertThat(AuthorizationHeader.parse("oauth a=\"b\"")).isPresent();
    }

    @Test
    void refusesOtherSchemesAndNonsense() {
        assertThat(AuthorizationHeader.parse(null)).isEmpty();
        assertThat(AuthorizationHeader.parse("Bearer abc")).isEmpty();
        assertThat(AuthorizationHeader.parse("OAuth oauth_nonce=n1")).isEmpty();
        assertThat(AuthorizationHeader.parse("OAuth oauth_nonce=\"%zz\"")).isEmpty();
        assertThat(AuthorizationHeader.parse("OAuth a=\"b\" c=\"d\"")).isEmpty();
    }

    @Test
    void seesRepeatedParameters() {
        assertThat(AuthorizationHeader.parse("OAuth a=\"1\", b=\"2\", a=\"3\"")
                        .orElseThrow()
                        .repeated())
                .contains("a");
    }
}
