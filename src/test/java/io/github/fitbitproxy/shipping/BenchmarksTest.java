package io.github.fitbitproxy.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody runs the benchmarks daily, so that they would go stale unseen. */
class BenchmarksTest {

    private static final Path BENCH = Path.of("bench");

    @TempDir
    Path classes;

    @Test
    void microbenchmarksCompile() throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JRE has no compiler");
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(found(BENCH.resolve("jmh/src"), ".java"));
            boolean compiled = compiler.getTask(complaints, files, null, options, null, sources)
                    .call();
            assertThat(compiled).as(complaints::toString).isTrue();
        }
    }

    @Test
    void eachCanBeRunByItsName() throws IOException {
        assertThat(found(BENCH, "run")).hasSizeGreaterThan(5).allMatch(Files::isExecutable);
    }

    @Test
    void findJavasOptionsWhereTheyStand() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Skip.unless(Files.isExecutable(python), "python3 is not installed");
        Process process = new ProcessBuilder(
                        python.toString(),
                        "-c",
                        "from harness import *; print(package_options(), image_options(), many_clients_options())")
                .directory(BENCH.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("-XX:TieredStopAtLevel=1", "-XX:ArchiveRelocationMode=0", "-XX:-AOTReplayTraining");
    }

    private static List<Path> found(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }
}
