package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.http.PercentCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature method HMAC-SHA1 (RFC 5849 §3.4.2). */
final class HmacSha1 {

    private HmacSha1() {}

    /** @param tokenSecret empty where there is no token yet */
    static String sign(String baseString, String clientSecret, String tokenSecret) {
        String key = PercentCode.encode(clientSecret) + "&" + PercentCode.encode(tokenSecret);
        return Base64.getEncoder().encodeToString(mac("HmacSHA1", key, baseString));
    }

    /** Takes the same time wherever the two differ. */
    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] mac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + algorithm, impossible);
        }
    }
}
