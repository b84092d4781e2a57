package io.github.fitbitproxy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/problems} against the problems that the code answers. */
class ProblemDocsTest {

    private static final Pattern PROBLEM =
            Pattern.compile("new Problem\\(\\s*\"([a-z-]+)\",\\s*\"([^\"]+)\",\\s*(\\d{3}|status),");

    /** Title and status of every problem, by its type. */
    private static TreeMap<String, String> answered() throws IOException {
        TreeMap<String, String> problems = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher problem = PROBLEM.matcher(read(file));
                while (problem.find()) {
                    problems.put(problem.group(1), problem.group(2));
                }
            });
        }
        return problems;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> documented() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs/problems"))) {
            return pages.map(page -> page.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void hasAPageForEveryProblemAndNoOther() throws IOException {
        Set<String> types = new TreeSet<>(answered().keySet());
        // Its title is the status' own reason phrase.
        types.add("bad-request");
        assertThat(documented()).isEqualTo(types);
    }

    @Test
    void headsEveryPageWithTheTitleThatIsAnswered() throws IOException {
        assertThat(answered())
                .allSatisfy((type, title) -> assertThat(read(Path.of("docs/problems", type + ".md")))
                        .startsWith("# " + title + "\n\n`" + type + "`"));
    }
}
