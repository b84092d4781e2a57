package io.github.fitbitproxy.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code kubectl} makes of {@code k8s/}, against the types of Kubernetes and the rules that its cluster will enforce. */
class ManifestsTest {

    private static final Map<String, String> NAME = Map.of("app.kubernetes.io/name", "fitbit-proxy");

    private static PodTemplateSpec pod(List<HasMetadata> resources) {
        return resources.stream()
                .flatMap(resource -> resource instanceof Deployment deployment
                        ? Stream.of(deployment.getSpec().getTemplate())
                        : resource instanceof StatefulSet set
                                ? Stream.of(set.getSpec().getTemplate())
                                : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private static <T> T only(Class<T> type, List<HasMetadata> resources) {
        List<T> found =
                resources.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).as(type.getSimpleName()).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "cluster"})
    void keepsTheRestrictedPodSecurityStandard(String overlay) {
        List<HasMetadata> resources = Manifests.render(overlay);
        assertThat(only(Namespace.class, resources).getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        var spec = pod(resources).getSpec();
        assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(spec.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(spec.getAutomountServiceAccountToken()).isFalse();
        assertThat(spec.getHostNetwork()).isNull();
        assertThat(spec.getContainers()).hasSize(1).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getPorts())
                    .allSatisfy(port -> assertThat(port.getHostPort()).isNull());
        });
        assertThat(spec.getVolumes())
                .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "cluster"})
    void mountsWhatItNames(String overlay) {
        List<HasMetadata> resources = Manifests.render(overlay);
        var spec = pod(resources).getSpec();
        Stream<String> claims = resources.stream()
                .filter(StatefulSet.class::isInstance)
                .flatMap(set -> ((StatefulSet) set).getSpec().getVolumeClaimTemplates().stream())
                .map(claim -> claim.getMetadata().getName());
        List<String> volumes = Stream.concat(spec.getVolumes().stream().map(Volume::getName), claims)
                .toList();
        Container container = spec.getContainers().get(0);
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .contains("/tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "cluster"})
    void leadsFromTheServiceToThePodsAndTheirHealth(String overlay) {
        List<HasMetadata> resources = Manifests.render(overlay);
        PodTemplateSpec pod = pod(resources);
        Service service = only(Service.class, resources);
        NetworkPolicy policy = only(NetworkPolicy.class, resources);
        assertThat(pod.getMetadata().getLabels())
                .containsAllEntriesOf(service.getSpec().getSelector())
                .containsAllEntriesOf(policy.getSpec().getPodSelector().getMatchLabels())
                .containsAllEntriesOf(NAME);
        assertThat(service.getSpec().getSelector()).isEqualTo(NAME);
        Container container = pod.getSpec().getContainers().get(0);
        String port = service.getSpec().getPorts().get(0).getTargetPort().getStrVal();
        assertThat(container.getPorts()).singleElement().satisfies(open -> {
            assertThat(open.getName()).isEqualTo(port);
            assertThat(open.getContainerPort()).isEqualTo(8080);
        });
        assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        assertThat(container.getResources().getLimits()).containsKey("memory");
    }

    @Test
    void keepsOneFileForOneReplica() {
        StatefulSet set = only(StatefulSet.class, Manifests.render("single"));
        assertThat(set.getSpec().getReplicas()).isEqualTo(1);
        assertThat(set.getSpec().getServiceName()).isEqualTo("fitbit-proxy");
        assertThat(set.getSpec().getTemplate().getSpec().getContainers().get(0).getVolumeMounts())
                .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/data"));
    }

    @Test
    void keepsSeveralReplicasApartAndUp() {
        List<HasMetadata> resources = Manifests.render("cluster");
        Deployment deployment = only(Deployment.class, resources);
        assertThat(deployment.getSpec().getReplicas())
                .as("left to the autoscaler")
                .isNull();
        assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .singleElement()
                .satisfies(spread ->
                        assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(NAME));
        HorizontalPodAutoscaler autoscaler = only(HorizontalPodAutoscaler.class, resources);
        assertThat(autoscaler.getSpec().getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(autoscaler.getSpec().getMinReplicas()).isGreaterThan(1);
        assertThat(only(PodDisruptionBudget.class, resources)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(NAME);
    }

    @Test
    void isFoundByPrometheus() throws IOException {
        ServiceMonitor monitor = only(
                ServiceMonitor.class, Manifests.read(Files.readString(Path.of("k8s/monitoring/service-monitor.yaml"))));
        Service service = only(Service.class, Manifests.render("cluster"));
        assertThat(service.getMetadata().getNamespace())
                .isEqualTo(monitor.getMetadata().getNamespace());
        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(monitor.getSpec().getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort())
                    .isEqualTo(service.getSpec().getPorts().get(0).getName());
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
        });
    }
}
