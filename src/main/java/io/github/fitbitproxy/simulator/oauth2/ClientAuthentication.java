package io.github.fitbitproxy.simulator.oauth2;

import io.github.fitbitproxy.simulator.consent.ClientCredentials;
import io.github.fitbitproxy.simulator.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** How an app says who it is at the token endpoint (RFC 6749 §2.3.1). */
public final class ClientAuthentication {

    private ClientAuthentication() {}

    /** From the header {@code Authorization: Basic}; empty if there is none that can be read. */
    public static Optional<ClientCredentials> basic(Call call) {
        String header = call.authorization();
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** From {@code client_id} and {@code client_secret} of the form; a missing secret is an empty one. */
    public static Optional<ClientCredentials> form(Call call) {
        return call.formValue("client_id")
                .map(id -> new ClientCredentials(
                        id, call.formValue("client_secret").orElse("")));
    }

    /** Takes the same time wherever the two differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
