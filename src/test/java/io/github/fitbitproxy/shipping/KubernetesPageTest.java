package io.github.fitbitproxy.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.fitbitproxy.support.ShellBlocks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of {@code docs/kubernetes.md} against the manifests, as far as {@code kubectl} goes without a cluster. */
class KubernetesPageTest {

    private static final Path PAGE = Path.of("docs/kubernetes.md");
    private static final Pattern NAME = Pattern.compile(" (statefulset|deployment|service)/([\\w-]+)");

    private static Stream<String> commands(String part) {
        return ShellBlocks.of(PAGE).stream().filter(command -> command.contains(part));
    }

    /** What a command would make, told by {@code kubectl} itself. */
    private static String dryRun(String command) {
        try {
            Process kubectl = new ProcessBuilder("sh", "-ec", command + " --dry-run=client -o yaml")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(kubectl.getInputStream().readAllBytes());
            assertThat(kubectl.waitFor()).as("%s\n%s", command, output).isZero();
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The keys of each secret of the cluster overlay that the page makes. */
    private static Map<String, Set<String>> secrets() {
        Map<String, Set<String>> keys = new HashMap<>();
        commands("create secret").forEach(command -> {
            String yaml = dryRun(command);
            Matcher name = Pattern.compile("(?m)^  name: (\\S+)$").matcher(yaml);
            assertThat(name.find()).as(yaml).isTrue();
            assertThat(yaml).contains("namespace: fitbit-proxy");
            keys.computeIfAbsent(name.group(1), any -> new TreeSet<>())
                    .addAll(Pattern.compile("(?m)^  ([\\w-]+): [A-Za-z0-9+/=]+$")
                            .matcher(yaml.substring(0, yaml.indexOf("kind:")))
                            .results()
                            .map(key -> key.group(1))
                            .collect(Collectors.toSet()));
        });
        return keys;
    }

    @Test
    void makesTheSecretsThatTheClusterAsksFor() {
        List<HasMetadata> cluster = Manifests.render("cluster");
        Map<String, Set<String>> made = secrets();
        var pod = cluster.stream()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getSpec();
        Container container = pod.getContainers().get(0);
        assertThat(container.getEnv())
                .map(EnvVar::getValueFrom)
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .allSatisfy(from -> assertThat(made.get(from.getSecretKeyRef().getName()))
                        .contains(from.getSecretKeyRef().getKey()));
        List<SecretVolumeSource> mounted = pod.getVolumes().stream()
                .map(Volume::getSecret)
                .filter(Objects::nonNull)
                .toList();
        assertThat(mounted).isNotEmpty().allSatisfy(secret -> {
            String mount = container.getVolumeMounts().stream()
                    .filter(place -> place.getName().equals("key"))
                    .findFirst()
                    .orElseThrow()
                    .getMountPath();
            String file = container.getEnv().stream()
                    .filter(variable -> variable.getName().equals("PROXY_KEY_FILE"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            assertThat(made.get(secret.getSecretName())).contains(file.substring(mount.length() + 1));
        });
    }

    /** Otherwise the first pod starts without it, and is the one that tells the admin token. */
    @Test
    void makesTheNamespaceAndTheSecretBeforeThePod() {
        assertThat(commands("kubectl")
                        .map(command -> command.replaceAll("(namespace|create secret|overlays)(?s).*", "$1")))
                .containsSubsequence(
                        "kubectl apply -f k8s/base/namespace",
                        "kubectl -n fitbit-proxy create secret",
                        "kubectl apply -k k8s/overlays",
                        "kubectl apply -f k8s/base/namespace",
                        "kubectl -n fitbit-proxy create secret",
                        "kubectl apply -k k8s/overlays");
    }

    @Test
    void talksToWhatIsThere() {
        Set<String> there = Stream.of("single", "cluster")
                .flatMap(overlay -> Manifests.render(overlay).stream())
                .map(resource -> resource.getKind().toLowerCase(Locale.ROOT) + "/"
                        + resource.getMetadata().getName())
                .collect(Collectors.toSet());
        List<String> named = commands("kubectl -n")
                .flatMap(command -> NAME.matcher(command).results().map(name -> name.group(1) + "/" + name.group(2)))
                .toList();
        assertThat(named).contains("statefulset/fitbit-proxy", "service/fitbit-proxy");
        assertThat(there).containsAll(named);
    }
}
