package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.PackagedService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container's health check runs. */
class HealthIT {

    @TempDir
    Path folder;

    @Test
    void tellsWhetherTheServiceBesideItIsReady() {
        PackagedService service = PackagedService.start(folder, Map.of());
        assertThat(service.ask("health")).as(service.log()).isZero();
        service.close();
        assertThat(service.ask("health")).isOne();
        assertThat(service.log()).as("asking starts no second service").containsOnlyOnce("Installed features");
    }
}
