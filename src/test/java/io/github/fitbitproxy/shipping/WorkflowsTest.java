package io.github.fitbitproxy.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the workflows may do, and that nobody else can change what they run. */
class WorkflowsTest {

    private static final Path FOLDER = Path.of(".github/workflows");
    private static final Pattern USES = Pattern.compile("(?m)\\buses: (.*)$");

    @ParameterizedTest
    @ValueSource(strings = {"ci.yml", "release.yml"})
    void runsActionsOfOneCommitOnly(String file) throws IOException {
        assertThat(USES.matcher(Files.readString(FOLDER.resolve(file))).results())
                .extracting((MatchResult uses) -> uses.group(1))
                .isNotEmpty()
                .allMatch(action -> action.matches("[\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci.yml", "release.yml"})
    void mayDoLittleAndNotForLong(String file) throws IOException {
        JsonNode workflow = new YAMLMapper().readTree(FOLDER.resolve(file).toFile());
        assertThat(workflow.get("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(workflow.at("/concurrency/group").asText()).isNotEmpty();
        assertThat(workflow.get("jobs")).isNotEmpty().allSatisfy(job -> {
            assertThat(job.path("timeout-minutes").asInt()).isPositive();
            assertThat(job.get("steps")).allSatisfy(step -> {
                assertThat(step.path("run").asText())
                        .as("names and branches are text, not commands: hand them over in env")
                        .doesNotContain("${{");
                if (step.path("uses").asText().startsWith("actions/checkout@")) {
                    assertThat(step.at("/with/persist-credentials").asText()).isEqualTo("false");
                }
            });
        });
    }
}
