package io.github.fitbitproxy.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A setting that is secret, and may therefore stand in a file of its own ({@code <key>-file}). */
public final class Secret {

    private Secret() {}

    /**
     * Reads a secret from its setting or from its file.
     *
     * @param key the setting's name; the file's setting is {@code <key>-file}
     * @return the secret without the white space around it, or empty if neither is set
     * @throws ConfigurationException naming the key, if both are set or the file cannot be read or is empty
     */
    public static Optional<String> read(String key, Optional<String> value, Optional<Path> file) {
        String fileKey = key + "-file";
        if (value.isPresent() && file.isPresent()) {
            throw new ConfigurationException(
                    "Both " + key + " and " + fileKey + " are set. Keep one of them.", Set.of(key, fileKey));
        }
        if (file.isEmpty()) {
            return value.map(String::strip).filter(text -> !text.isEmpty());
        }
        String text;
        try {
            text = Files.readString(file.get()).strip();
        } catch (IOException e) {
            // Without a cause, Quarkus ends the start with this one sentence instead of a stack trace.
            throw new ConfigurationException(
                    fileKey + " names the file " + file.get() + ", which cannot be read: " + why(e) + ".",
                    Set.of(fileKey));
        }
        if (text.isEmpty()) {
            throw new ConfigurationException(
                    fileKey + " names the file " + file.get() + ", which is empty.", Set.of(fileKey));
        }
        return Optional.of(text);
    }

    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        return e instanceof AccessDeniedException
                ? "the service may not read it"
                : e.getClass().getSimpleName();
    }
}
