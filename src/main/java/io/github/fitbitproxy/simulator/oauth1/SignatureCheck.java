package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.consent.ClientCredentials;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.Parameter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a call is signed rightly (RFC 5849 §3.2). The order: is it readable, is the app known, is the time
 * right, is the token known, does the signature fit, and last, was the nonce used; so a forged call uses up no nonce.
 */
final class SignatureCheck {

    /** How far the caller's clock may be off. */
    static final Duration WINDOW = Duration.ofSeconds(300);

    private static final List<String> REQUIRED = List.of(
            "oauth_consumer_key", "oauth_signature_method", "oauth_timestamp", "oauth_nonce", "oauth_signature");

    private final ClientCredentials client;
    private final NonceMemory nonces = new NonceMemory();

    SignatureCheck(ClientCredentials client) {
        this.client = client;
    }

    /** Gives the secret that belongs to the {@code oauth_token} of a call. */
    interface TokenSecrets {
        String secretOf(AuthorizationHeader header) throws OAuthProblem;
    }

    /** @return the header, whose parameters may now be believed */
    AuthorizationHeader check(Call call, Instant now, TokenSecrets secrets) throws OAuthProblem {
        AuthorizationHeader header =
                AuthorizationHeader.parse(call.authorization()).orElseThrow(OAuthProblem::headerMissing);
        checkShape(header);
        checkClient(header);
        long timestamp = checkTimestamp(header, now);
        String tokenSecret = secrets.secretOf(header);
        checkSignature(call, header, tokenSecret);
        long oldest = now.getEpochSecond() - WINDOW.toSeconds();
        if (!nonces.use(timestamp, required(header, "oauth_nonce"), token(header), oldest)) {
            throw OAuthProblem.nonceUsed();
        }
        return header;
    }

    private static void checkShape(AuthorizationHeader header) throws OAuthProblem {
        List<String> absent =
                REQUIRED.stream().filter(name -> header.value(name).isEmpty()).toList();
        if (!absent.isEmpty()) {
            throw OAuthProblem.parametersAbsent(absent);
        }
        Optional<String> repeated = header.repeated();
        if (repeated.isPresent()) {
            throw OAuthProblem.parameterRejected(repeated.get());
        }
        if (!header.value("oauth_version").orElse("1.0").equals("1.0")) {
            throw OAuthProblem.versionRejected();
        }
        String method = required(header, "oauth_signature_method");
        if (!method.equals("HMAC-SHA1")) {
            throw OAuthProblem.signatureMethod(method);
        }
    }

    private void checkClient(AuthorizationHeader header) throws OAuthProblem {
        String key = required(header, "oauth_consumer_key");
        if (!HmacSha1.equal(client.id(), key)) {
            throw OAuthProblem.consumerKey(key);
        }
    }

    private static long checkTimestamp(AuthorizationHeader header, Instant now) throws OAuthProblem {
        String text = required(header, "oauth_timestamp");
        if (!text.matches("[0-9]{1,18}")) {
            throw OAuthProblem.parameterRejected("oauth_timestamp");
        }
        long timestamp = Long.parseLong(text);
        long from = now.getEpochSecond() - WINDOW.toSeconds();
        long to = now.getEpochSecond() + WINDOW.toSeconds();
        if (timestamp < from || timestamp > to) {
            throw OAuthProblem.timestamp(from, to);
        }
        return timestamp;
    }

    private void checkSignature(Call call, AuthorizationHeader header, String tokenSecret) throws OAuthProblem {
        String given = required(header, "oauth_signature");
        Optional<String> expected =
                baseString(call, header).map(baseString -> HmacSha1.sign(baseString, client.secret(), tokenSecret));
        if (expected.isEmpty() || !HmacSha1.equal(expected.get(), given)) {
            throw header.value("oauth_token").isPresent()
                    ? OAuthProblem.signatureOrToken(given, token(header))
                    : OAuthProblem.signature(given);
        }
    }

    /** Empty if the call cannot be signed rightly at all: since 2014 protocol parameters belong in the header only. */
    private static Optional<String> baseString(Call call, AuthorizationHeader header) {
        try {
            List<Parameter> sent =
                    Stream.concat(call.query().stream(), call.form().stream()).toList();
            if (sent.stream().anyMatch(parameter -> parameter.name().startsWith("oauth_"))) {
                return Optional.empty();
            }
            List<Parameter> all = new ArrayList<>(sent);
            all.addAll(header.parameters());
            return Optional.of(SignatureBaseString.of(call.method(), URI.create(call.baseUri() + call.path()), all));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String token(AuthorizationHeader header) {
        return header.value("oauth_token").orElse("");
    }

    private static String required(AuthorizationHeader header, String name) {
        return header.value(name).orElseThrow();
    }
}
