package io.github.fitbitproxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {

    private static final Set<String> KNOWN =
            Set.of("proxy.data-dir", "proxy.time-zone", "proxy.api-keys", "fitbit.client-id", "fitbit.client-secret");

    @Test
    void acceptsWhatIsKnown() {
        assertThat(UnknownSettings.complaints(
                        KNOWN,
                        List.of("proxy.data-dir", "proxy.api-keys[0]", "quarkus.http.port", "fitbitter.url"),
                        Set.of("FITBIT_CLIENT_ID", "PATH", "HTTP_PROXY")))
                .isEmpty();
    }

    @Test
    void namesTheMistypedPropertyAndTheOneMeant() {
        assertThat(UnknownSettings.complaints(KNOWN, List.of("fitbit.clientid"), Set.of()))
                .containsExactly("Unknown setting fitbit.clientid. Did you mean fitbit.client-id?");
    }

    @Test
    void namesTheMistypedEnvironmentVariableAndTheOneMeant() {
        assertThat(UnknownSettings.complaints(KNOWN, List.of(), Set.of("FITBIT_CLIENT_SECRT", "PROXY_TIMEZONE")))
                .containsExactly(
                        "Unknown setting FITBIT_CLIENT_SECRT. Did you mean FITBIT_CLIENT_SECRET?",
                        "Unknown setting PROXY_TIMEZONE. Did you mean PROXY_TIME_ZONE?");
    }

    @Test
    void leavesTheVariablesAloneThatKubernetesSetsForAService() {
        assertThat(UnknownSettings.complaints(
                        KNOWN,
                        List.of(),
                        Set.of(
                                "FITBIT_PROXY_SERVICE_HOST",
                                "FITBIT_PROXY_SERVICE_PORT",
                                "FITBIT_PROXY_SERVICE_PORT_HTTP",
                                "FITBIT_PROXY_PORT",
                                "FITBIT_PROXY_PORT_8080_TCP",
                                "FITBIT_PROXY_PORT_8080_TCP_ADDR")))
                .isEmpty();
    }
}
