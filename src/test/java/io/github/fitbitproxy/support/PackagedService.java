package io.github.fitbitproxy.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The packaged application as a process of its own, on a free port of the loopback address: the jar, or the native
 * executable that the profile {@code native} has made.
 */
public final class PackagedService implements AutoCloseable {

    private static final String EXECUTABLE = System.getProperty("packaged.executable", "");
    private static final List<String> PROGRAM = EXECUTABLE.isEmpty()
            ? List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-jar",
                    Path.of("target/quarkus-app/quarkus-run.jar")
                            .toAbsolutePath()
                            .toString())
            : List.of(EXECUTABLE, "-Xmx128m");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final int port;

    private PackagedService(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Begins a start and does not wait for it.
     *
     * @param folder where it runs; its data lie there too unless the environment says otherwise
     * @param environment added to an environment without any setting of ours
     */
    public static PackagedService begin(Path folder, Map<String, String> environment) {
        int port = FreePort.find();
        Path log = folder.resolve("log-" + port + ".txt");
        return new PackagedService(run(folder, log, port, environment, List.of()), log, port);
    }

    private static Process run(
            Path folder, Path log, int port, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(PROGRAM);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|PROXY|FITBIT|GOOGLE_HEALTH|TAKEOUT|STORE|SIMULATOR|MQTT|MCP)_.*"));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the same program once more, beside the running one, and gives what it ends with. */
    public int ask(String argument) {
        Process question = run(log.getParent(), log, port, Map.of(), List.of(argument));
        return new PackagedService(question, log, port).awaitExit();
    }

    /** Starts and waits until it answers. */
    public static PackagedService start(Path folder, Map<String, String> environment) {
        PackagedService service = begin(folder, environment);
        service.awaitReady();
        return service;
    }

    public void awaitReady() {
        Awaitility.await("start of the packaged service")
                .atMost(Duration.ofSeconds(90))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the service ended at its start:\n" + log());
                    }
                    try {
                        return get("/q/health/ready").statusCode() == 200;
                    } catch (UncheckedIOException e) {
                        return false;
                    }
                });
    }

    /** Waits for the end of a start that fails. */
    public int awaitExit() {
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the service goes on running:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything it has printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it like a power cut. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }
}
