package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.config.GeneratedSecret;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.config.Secret;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not lie about in the clear: AES-256-GCM (NIST SP 800-38D), a version byte and a random 96-bit nonce in
 * front, bound to the group and name of the entry, so that entries cannot be swapped.
 */
@Startup
@Singleton
public class Vault {

    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;
    private final Path keyFile;
    private final SecretKeySpec key;

    /** @throws ConfigurationException naming the setting, if there is no key and none can be made */
    Vault(ProxyConfig config, SecureRandom random) {
        this.random = random;
        this.keyFile = config.keyFile().orElse(config.dataDir().resolve("key"));
        Optional<String> mounted = Secret.read("proxy.key", Optional.empty(), config.keyFile());
        String text = mounted.orElseGet(() -> GeneratedSecret.readOrMake(config.dataDir(), "key", () -> newKey(random))
                .secret());
        this.key = new SecretKeySpec(decode(text), "AES");
    }

    /** Encrypts the content of one entry. */
    public byte[] seal(String group, String name, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, group, name).doFinal(content);
            return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /**
     * Decrypts the content of one entry.
     *
     * @throws VaultException if it was sealed with another key or for another entry, or was changed since
     */
    public byte[] open(String group, String name, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8) {
            throw cannotOpen(group, name);
        }
        if (sealed[0] != VERSION) {
            throw new VaultException("The stored " + group + " of " + name
                    + " was written by a newer version of this service. Update it, or connect again.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] encrypted = new byte[buffer.remaining()];
        buffer.get(encrypted);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, group, name).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw cannotOpen(group, name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String group, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((group + "/" + name).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private VaultException cannotOpen(String group, String name) {
        return new VaultException(
                "The stored " + group + " of " + name + " cannot be decrypted with the key in " + keyFile
                        + ": it was encrypted with another key, or changed since. Put the right key file back, or connect again.");
    }

    private static String newKey(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new ConfigurationException(
                    "The file " + keyFile + " (proxy.key-file) must hold one key: 32 random bytes in Base64, as"
                            + " `openssl rand -base64 32` makes them.",
                    Set.of("proxy.key-file"));
        }
        return bytes;
    }
}
