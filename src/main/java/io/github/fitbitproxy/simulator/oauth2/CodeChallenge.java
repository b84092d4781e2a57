package io.github.fitbitproxy.simulator.oauth2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Proof key for code exchange with S256 (RFC 7636 §4.6). */
public final class CodeChallenge {

    private CodeChallenge() {}

    /** Whether a challenge looks like one: the Base64 of a SHA-256 hash is 43 characters long. */
    public static boolean isWellFormed(String challenge) {
        return challenge.matches("[A-Za-z0-9_-]{43}");
    }

    /** Whether the verifier belongs to the challenge; without a challenge, none may come. */
    public static boolean fits(@Nullable String challenge, @Nullable String verifier) {
        if (challenge == null || verifier == null) {
            return challenge == null && verifier == null;
        }
        return verifier.matches("[A-Za-z0-9._~-]{43,128}")
                && MessageDigest.isEqual(ascii(challenge), ascii(s256(verifier)));
    }

    static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ascii(verifier));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
