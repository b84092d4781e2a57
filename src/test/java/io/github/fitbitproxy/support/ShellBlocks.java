package io.github.fitbitproxy.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The commands that a page of the documentation tells people to type: its fenced {@code sh} blocks. */
public final class ShellBlocks {

    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```sh\\n(.*?)^ *```$", Pattern.DOTALL);

    private ShellBlocks() {}

    /** @return one command each, without indentation; one that goes on after a backslash keeps its lines */
    public static List<String> of(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page))
                    .results()
                    .flatMap(block -> Pattern.compile("(?<!\\\\)\\n").splitAsStream(block.group(1)))
                    .map(String::strip)
                    .filter(command -> !command.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
