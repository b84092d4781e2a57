package io.github.fitbitproxy.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that runs a class of the tests. */
final class ChildJvm {

    private ChildJvm() {}

    static ProcessBuilder builder(Class<?> main, String... arguments) {
        return new ProcessBuilder(command(main, arguments));
    }

    static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
