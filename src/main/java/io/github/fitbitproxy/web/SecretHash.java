package io.github.fitbitproxy.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A secret that is only ever compared: kept as its SHA-256. */
final class SecretHash {

    private final byte[] hash;

    private SecretHash(byte[] hash) {
        this.hash = hash;
    }

    static SecretHash of(String secret) {
        try {
            return new SecretHash(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether both are of the same secret; takes as long for different ones. */
    boolean matches(SecretHash other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    /** Tells this secret from others, and nothing else about it. */
    String name() {
        return HexFormat.of().formatHex(hash, 0, 8);
    }
}
