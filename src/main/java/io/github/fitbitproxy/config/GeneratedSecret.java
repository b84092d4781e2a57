package io.github.fitbitproxy.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A secret that nobody configured: made once, then kept in a file of the data directory that only its owner may read. */
public final class GeneratedSecret {

    private GeneratedSecret() {}

    /**
     * The secret of a file, made now if there is no such file. Whoever starts at the same moment, in this process or in
     * another, gets the same one; a kill leaves the whole file or none.
     *
     * @param folder the data directory, made if it is not there
     * @param name the file's name
     * @param made the new secret, one line of text
     * @throws ConfigurationException naming {@code proxy.data-dir}, if the file can be neither read nor written
     */
    public static Found readOrMake(Path folder, String name, Supplier<String> made) {
        Path file = folder.resolve(name);
        try {
            Optional<String> kept = read(file);
            return kept.isPresent() ? new Found(kept.get(), false) : makeAlone(folder, name, made);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The file " + file + " can be neither read nor made ("
                            + e.getClass().getSimpleName()
                            + "). proxy.data-dir must name a folder that this service may write to.",
                    Set.of("proxy.data-dir"));
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        if (text.isEmpty()) {
            throw new ConfigurationException("The file " + file + " is empty. Put its content back, or delete it.");
        }
        return Optional.of(text);
    }

    /** File locks work between processes only, so the threads of this one queue up first. */
    private static synchronized Found makeAlone(Path folder, String name, Supplier<String> made) throws IOException {
        try {
            DataDirectory.prepare(folder);
        } catch (IllegalStateException e) {
            // Without a cause, Quarkus ends the start with this one sentence instead of a stack trace.
            throw new ConfigurationException(e.getMessage(), Set.of("proxy.data-dir"));
        }
        try (FileChannel lock = openPrivate(folder.resolve("." + name + ".lock"))) {
            lock.lock();
            Optional<String> kept = read(folder.resolve(name));
            if (kept.isPresent()) {
                return new Found(kept.get(), false);
            }
            String secret = made.get();
            write(folder, name, secret);
            return new Found(secret, true);
        }
    }

    private static void write(Path folder, String name, String secret) throws IOException {
        Path whole = folder.resolve("." + name + ".new");
        Files.deleteIfExists(whole);
        try (FileChannel channel = openPrivate(whole)) {
            ByteBuffer bytes = ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        if (DataDirectory.isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileChannel openPrivate(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                DataDirectory.ownerOnly(file, "rw-------"));
    }

    /**
     * @param made whether it was made just now
     */
    public record Found(String secret, boolean made) {

        @Override
        public String toString() {
            return "Found[made=" + made + "]";
        }
    }
}
