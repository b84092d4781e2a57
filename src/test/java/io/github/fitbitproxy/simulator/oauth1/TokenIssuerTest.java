package io.github.fitbitproxy.simulator.oauth1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {

    private static final TokenCredentials FIXED = new TokenCredentials("demo-token-1", "demo-secret-1", "9SIM01");

    private final TokenCredentials issued = issuer("key").issue("9SIM02");

    @Test
    void knowsAnIssuedTokenAfterARestart() {
        assertThat(issuer("key").find(issued.token())).contains(issued);
        assertThat(issued.owner()).isEqualTo("9SIM02");
    }

    @Test
    void knowsTheFixedOnes() {
        assertThat(issuer("key").find("demo-token-1")).contains(FIXED);
    }

    @Test
    void refusesForgedAndForeignTokens() {
        assertThat(issuer("another key").find(issued.token())).isEmpty();
        assertThat(issuer("key").find(issued.token().replace("9SIM02", "9SIM01")))
                .isEmpty();
        assertThat(issuer("key").find("9SIM02-random-")).isEmpty();
        assertThat(issuer("key").find("nonsense")).isEmpty();
        assertThat(issuer("key").find("")).isEmpty();
    }

    private static TokenIssuer issuer(String key) {
        return new TokenIssuer(key, List.of(FIXED), () -> "random");
    }
}
