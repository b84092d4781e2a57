package io.github.fitbitproxy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.wearer.PresetWearers;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/simulator.md says is true and complete. */
class SimulatorPageTest {

    private final String page = read();

    @Test
    void listsEveryFault() {
        for (Fault fault : Fault.values()) {
            assertThat(page).contains("`" + fault.word() + "`");
        }
    }

    @Test
    void listsEveryWearer() {
        for (Wearer wearer : PresetWearers.ALL) {
            assertThat(page)
                    .contains("| " + wearer.displayName() + " | `" + wearer.encodedId() + "` | `" + wearer.token()
                            + "` | `" + wearer.tokenSecret() + "` |");
        }
        assertThat(page)
                .contains("`" + PresetWearers.ALEX.refreshToken() + "`", "`" + PresetWearers.ELI.refreshToken() + "`");
    }

    @Test
    void listsEverySettingWithItsDefault() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(SimulatorConfig.class)
                .build();

        assertThat(page).contains("| `simulator.replay` | |", "| `simulator.access-token-lifetime` | |");
        assertThat(config.getPropertyNames())
                .filteredOn(name -> name.startsWith("simulator."))
                .hasSize(9)
                .allSatisfy(
                        name -> assertThat(page).contains("| `" + name + "` | `" + config.getRawValue(name) + "` |"));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/simulator.md"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
