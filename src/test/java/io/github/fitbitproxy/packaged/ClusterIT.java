package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.simulator.Simulator;
import io.github.fitbitproxy.simulator.SimulatorSettings;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.PackagedService;
import io.github.fitbitproxy.support.Skip;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three packaged services over one PostgreSQL, and a cloud that counts their calls. */
class ClusterIT {

    private static final String TOKEN_ENDPOINT = "/oauth2/token";

    private static final String NGINX_IN_ITS_FOLDER = "http { access_log off; client_body_temp_path body;"
            + " proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;";

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static Simulator cloud;
    private static EmbeddedPostgres postgres;
    private static final List<PackagedService> replicas = new ArrayList<>();
    private static final ExecutorService clients = Executors.newFixedThreadPool(150);

    @BeforeAll
    static void startEverything() throws IOException {
        vertx = Vertx.vertx();
        cloud = Simulator.start(vertx, SimulatorSettings.onFreePort(), Clock.systemUTC());
        postgres = EmbeddedPostgres.start();
        // Grants are sealed: what one replica keeps, the others have to be able to open.
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
        for (int i = 0; i < 3; i++) {
            replicas.add(PackagedService.begin(Files.createDirectory(folder.resolve("replica" + i)), environment()));
        }
        replicas.forEach(PackagedService::awaitReady);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("FITBIT_URL", cloud.url().toString());
        environment.put("FITBIT_CLIENT_ID", "demo-client");
        environment.put("FITBIT_CLIENT_SECRET", "demo-secret");
        environment.put("FITBIT_TOKEN", "demo-token-1");
        environment.put("FITBIT_TOKEN_SECRET", "demo-secret-1");
        environment.put("FITBIT_AUTHORIZE_URL", cloud.url().toString());
        environment.put("PROXY_KEY_FILE", folder.resolve("key").toString());
        environment.put("STORE_URL", postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""));
        environment.put("STORE_USERNAME", "postgres");
        environment.put("STORE_PASSWORD", "postgres");
        // Calls are counted, and faults meet the call that they are meant for.
        environment.put("PROXY_REFRESH", "false");
        environment.put("PROXY_ADMIN_TOKEN", "admin-token-of-the-tests");
        return environment;
    }

    @AfterEach
    void endFaults() {
        cloud.faults().clear();
    }

    @AfterAll
    static void endEverything() throws IOException {
        clients.shutdownNow();
        replicas.forEach(PackagedService::close);
        postgres.close();
        cloud.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static List<CompletableFuture<HttpResponse<String>>> ask(
            int times, String path, List<PackagedService> whom) {
        return IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> whom.get(i % whom.size()).get(path), clients))
                .toList();
    }

    @Test
    void asksTheCloudOnceForAStampedeOnAllReplicas() {
        cloud.faults().add(FaultRule.on("/1.2/", Fault.SLOW).delayedBy(1500));
        List<CompletableFuture<HttpResponse<String>>> answers = ask(150, "/sleep/2025-03-10", replicas);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.join().body()).distinct())
                .hasSize(1);
        assertThat(cloud.calls().of("/1.2/user/-/sleep/date/2025-03-10.json")).isEqualTo(1);
    }

    @Test
    void takesOverWhenTheOneThatAsksIsKilled() throws IOException {
        PackagedService doomed = PackagedService.start(Files.createDirectory(folder.resolve("doomed")), environment());
        doomed.get("/sleep/2025-04-01");
        cloud.faults().add(FaultRule.on("/1.2/", Fault.HANG).times(1));
        String path = "/1.2/user/-/sleep/date/2025-04-02.json";
        CompletableFuture.supplyAsync(() -> doomed.get("/sleep/2025-04-02"), clients);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> cloud.calls().of(path) == 1);
        List<CompletableFuture<HttpResponse<String>>> waiting = ask(20, "/sleep/2025-04-02", replicas);
        doomed.kill();
        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(cloud.calls().of(path))
                .as("one that died and one that took over")
                .isEqualTo(2);
    }

    @Test
    void refreshesOneTokenOnceForAllReplicas() throws IOException, InterruptedException {
        connect("ann");
        int before = cloud.calls().of(TOKEN_ENDPOINT);
        cloud.faults().add(FaultRule.on("/1.2/", Fault.EXPIRED_TOKEN).times(1));
        cloud.faults().add(FaultRule.on(TOKEN_ENDPOINT, Fault.SLOW).delayedBy(1500));
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> replicas.get(i % 3).get("/sleep/2025-05-%02d?person=ann".formatted(1 + i % 25)), clients))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(cloud.calls().of(TOKEN_ENDPOINT) - before).isEqualTo(1);
    }

    @Test
    void keepsTheGrantWhenAReplicaIsKilledBetweenExchangeAndWrite() throws IOException, InterruptedException {
        connect("bea");
        PackagedService doomed = PackagedService.start(Files.createDirectory(folder.resolve("killed")), environment());
        int before = cloud.calls().of(TOKEN_ENDPOINT);
        cloud.faults().add(FaultRule.on("/1.2/", Fault.EXPIRED_TOKEN).times(1));
        // The cloud has spent the refresh token, and its answer comes when nobody is there any more.
        cloud.faults().add(FaultRule.on(TOKEN_ENDPOINT, Fault.SLOW).times(1).delayedBy(8000));
        CompletableFuture.supplyAsync(() -> doomed.get("/sleep/2025-06-01?person=bea"), clients);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> cloud.calls().of(TOKEN_ENDPOINT) - before == 1);
        doomed.kill();
        assertThat(replicas.get(0).get("/sleep/2025-06-01?person=bea").statusCode())
                .isEqualTo(200);
        assertThat(cloud.calls().of(TOKEN_ENDPOINT) - before)
                .as("one that was lost and one that was kept")
                .isEqualTo(2);
    }

    /** Begins on one replica, consents, and comes back to another. */
    private static void connect(String person) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newHttpClient();
        HttpResponse<String> begun = browser.send(
                HttpRequest.newBuilder(replicas.get(0).address("/setup/connections"))
                        .header("Authorization", "Bearer admin-token-of-the-tests")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"upstream\":\"fitbit\",\"auth\":\"oauth2\",\"person\":\"" + person + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(begun.statusCode()).isEqualTo(201);
        URI consentUrl = URI.create(
                new ObjectMapper().readTree(begun.body()).path("consentUrl").asText());
        HttpResponse<String> consented = browser.send(
                HttpRequest.newBuilder(consentUrl)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "decision=allow&wearer=9SIM02&scope=activity&scope=heartrate&scope=profile"
                                        + "&scope=settings&scope=sleep"))
                        .build(),
                BodyHandlers.ofString());
        String back = consented.headers().firstValue("Location").orElseThrow();
        String query = back.substring(back.indexOf('?')).replace("#_=_", "");
        assertThat(replicas.get(1).get("/setup/callback" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnBehindTheComposeFilesProxyWhenAReplicaIsGone() throws Exception {
        Path nginx = Path.of("/usr/sbin/nginx");
        Skip.unless(Files.isExecutable(nginx), "nginx is not installed");
        int port = FreePort.find();
        String settings = Files.readString(Path.of("docker/nginx.conf"))
                // Where anybody may write, and not only the root of the image.
                .replace("http {", NGINX_IN_ITS_FOLDER)
                .replace("listen 8080", "listen 127.0.0.1:" + port)
                .replace("fitbit-proxy-1:8080", replicas.get(0).address("/").getAuthority())
                .replace("fitbit-proxy-2:8080", replicas.get(1).address("/").getAuthority())
                .replace("fitbit-proxy-3:8080", "127.0.0.1:" + FreePort.find());
        Path file = Files.writeString(folder.resolve("nginx.conf"), settings);
        Process proxy = new ProcessBuilder(
                        nginx.toString(),
                        "-c",
                        file.toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        "stderr",
                        "-g",
                        "daemon off; pid " + folder.resolve("nginx.pid") + ";")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sleep/2025-05-01"))
                    .build();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> client.send(request, BodyHandlers.discarding()) != null);
            Set<String> bodies = new HashSet<>();
            for (int i = 0; i < 30; i++) {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                bodies.add(answer.body());
            }
            assertThat(bodies).hasSize(1);
        } finally {
            proxy.destroy();
            proxy.waitFor();
        }
    }
}
