package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.PackagedService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who mistypes a setting. */
class StartIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FITBIT_CLIENTID=abc | Unknown setting FITBIT_CLIENTID. Did you mean FITBIT_CLIENT_ID?",
                "FITBIT_CLIENT_ID=abc | fitbit.client-id is set, but fitbit.client-secret is not.",
                "FITBIT_CLIENT_SECRET=abc | fitbit.client-secret is set, but fitbit.client-id is not.",
                "FITBIT_CLIENT_ID=a;FITBIT_CLIENT_SECRET=b;FITBIT_TOKEN=c | fitbit.token is set, but fitbit.token-secret is not.",
                "FITBIT_TOKEN=a;FITBIT_TOKEN_SECRET=b | fitbit.token is set, but fitbit.client-id and fitbit.client-secret are not.",
                "PROXY_UPSTREAM=fitbitt | proxy.upstream is 'fitbitt', which is none of fitbit, google-health",
                "GOOGLE_HEALTH_CLIENT_ID=abc | google-health.client-id is set, but google-health.client-secret is not.",
                "GOOGLE_HEALTH_REFRESH_TOKEN=abc | google-health.refresh-token is set, but google-health.client-id and google-health.client-secret are not.",
                "FITBIT_CLIENT_ID=a;FITBIT_CLIENT_SECRET=b;GOOGLE_HEALTH_CLIENT_ID=c;GOOGLE_HEALTH_CLIENT_SECRET=d | Set proxy.upstream to the one that answers",
                "PROXY_TIME_ZONE=Europe/Berlim | proxy.time-zone",
                "FITBIT_AUTH=oauth3 | fitbit.auth",
                "PROXY_ADMIN_TOKEN=short | proxy.admin-token",
                "FITBIT_CLIENT_SECRET_FILE=/nowhere | fitbit.client-secret-file names the file /nowhere, which cannot be read",
                "STORE_URL=mysql://x | store.url",
                "PROXY_DATA_DIR=/proc/nowhere | The data directory /proc/nowhere cannot be made",
                "MQTT_URL=broker:1883 | mqtt.url is not like mqtt://host:1883 or mqtts://host:8883.",
                "MQTT_USERNAME=me | mqtt.username is set, but mqtt.url is not.",
                "MQTT_URL=mqtt://broker;MQTT_TOPIC_PREFIX=a/# | mqtt.topic-prefix is no beginning of a topic.",
                "QUARKUS_PROFILE=demo;FITBIT_CLIENT_ID=real;FITBIT_CLIENT_SECRET=real | fitbit.client-id is set while simulator.enabled is on.",
            })
    void stopsAndNamesTheKey(String settings, String sentence) {
        Map<String, String> environment = new HashMap<>();
        for (String setting : settings.strip().split(";")) {
            environment.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        PackagedService service = PackagedService.begin(folder, environment);
        assertThat(service.awaitExit()).isNotZero();
        assertThat(service.log()).contains(sentence.strip()).doesNotContain("\tat ");
    }
}
