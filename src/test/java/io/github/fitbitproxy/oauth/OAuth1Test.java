package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import io.github.fitbitproxy.model.Person;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OAuth1Test {

    private static final ClientCredentials CLIENT = new ClientCredentials("ck-0123456789abcdef", "cs-fedcba9876543210");
    private static final TokenCredentials TOKEN = new TokenCredentials("at-dddd", "ats-eeee");
    private static final URI NIGHT = URI.create("https://api.fitbit.com/1/user/-/sleep/date/2014-05-13.json");

    @Test
    void asksForTemporaryCredentials() throws ConnectingException {
        Capture capture = new Capture("oauth_token=rt-1&oauth_token_secret=rts%2F1&oauth_callback_confirmed=true");
        TemporaryCredentials temporary =
                capture.oauth1("n1", 1400000000).temporary(PROVIDER, CLIENT, "https://gw.example.org/cb?x=a b");
        assertThat(temporary).isEqualTo(new TemporaryCredentials("rt-1", "rts/1"));
        assertThat(capture.verb).isEqualTo(Verb.POST);
        assertThat(capture.url).isEqualTo("https://api.fitbit.com/oauth/request_token");
        assertThat(capture.body).isEmpty();
        assertThat(parameters(capture.header()))
                .containsEntry("oauth_callback", "https://gw.example.org/cb?x=a b")
                .containsEntry("oauth_signature", "v4EpTQzc63CkvOje9sJYVgBWWrM=")
                .doesNotContainKey("oauth_token");
    }

    @Test
    void changesAConsentIntoTokenCredentials() throws ConnectingException {
        Capture capture = new Capture("oauth_token=at-dddd&oauth_token_secret=ats-eeee&user_id=9XYZ12");
        OAuth1.Connected connected = capture.oauth1("n2", 1400000060)
                .connect(PROVIDER, CLIENT, new TemporaryCredentials("rt-aaaa", "rts-cccc"), "vf-bbbb");
        assertThat(connected).isEqualTo(new OAuth1.Connected(TOKEN, "9XYZ12"));
        assertThat(capture.verb).isEqualTo(Verb.POST);
        assertThat(capture.url).isEqualTo("https://api.fitbit.com/oauth/access_token");
        assertThat(capture.body).isEmpty();
        assertThat(parameters(capture.header()))
                .containsEntry("oauth_token", "rt-aaaa")
                .containsEntry("oauth_verifier", "vf-bbbb")
                .containsEntry("oauth_signature", "cGamMayW/62HwMsNsvA9KPjejvY=");
    }

    @Test
    void signsCalls() {
        String header =
                new Capture("").oauth1("n3", 1400000120).signer(CLIENT, TOKEN).authorization("GET", NIGHT);
        assertThat(parameters(header))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "oauth_consumer_key", "ck-0123456789abcdef",
                        "oauth_token", "at-dddd",
                        "oauth_signature_method", "HMAC-SHA1",
                        "oauth_timestamp", "1400000120",
                        "oauth_nonce", "n3",
                        "oauth_version", "1.0",
                        "oauth_signature", "fcr0dwdvEXKONQ1mmKDMBP6iEVg="));
    }

    @Test
    void writesTheHeaderAsTheRfcSays() {
        String header =
                new Capture("").oauth1("n3", 1400000120).signer(CLIENT, TOKEN).authorization("GET", NIGHT);
        assertThat(header).matches("OAuth (oauth_[a-z_]+=\"[A-Za-z0-9._~%-]+\"(, (?!$)|$))+");
    }

    @Test
    void leadsToTheConsentPage() {
        TemporaryCredentials temporary = new TemporaryCredentials("rt/1 ü", "secret");
        assertThat(new Capture("").oauth1("n", 0).consentUrl(PROVIDER, temporary))
                .hasToString("https://www.fitbit.com/oauth/authorize?display=touch&oauth_token=rt%2F1%20%C3%BC");
    }

    @Test
    void usesNoNonceTwiceWhateverTheNumberOfThreads() {
        OAuth1 oauth1 = new OAuth1(
                Clock.fixed(Instant.ofEpochSecond(1400000120), ZoneOffset.UTC),
                OAuth1.nonces(new SecureRandom()),
                new Capture("").http());
        RequestSigner signer = oauth1.signer(CLIENT, TOKEN);
        Set<String> nonces = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 10_000)
                .parallel()
                .forEach(call -> nonces.add(
                        parameters(signer.authorization("GET", NIGHT)).get("oauth_nonce")));
        assertThat(nonces).hasSize(10_000).allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
    }

    @Test
    void spreadsNoncesOverAllTheirBits() {
        byte[] seen = new byte[16];
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 200; i++) {
            byte[] nonce = HexFormat.of().parseHex(OAuth1.nonces(random).get());
            for (int b = 0; b < seen.length; b++) {
                seen[b] |= nonce[b];
            }
        }
        assertThat(HexFormat.of().formatHex(seen)).isEqualTo("f".repeat(32));
    }

    @Test
    void keepsSecretsOutOfTexts() {
        Grant grant = new Grant(Person.ME, "example", CLIENT, TOKEN, null, Instant.EPOCH, Grant.State.ALIVE);
        assertThat(List.of(
                        CLIENT,
                        TOKEN,
                        grant,
                        new TemporaryCredentials("tt-1", "ts-1"),
                        new OAuth1.Connected(TOKEN, "u")))
                .allSatisfy(thing -> assertThat(thing.toString())
                        .doesNotContain(CLIENT.secret(), TOKEN.token(), TOKEN.secret(), "tt-1", "ts-1"));
    }

    private static final OAuth1Provider PROVIDER = new OAuth1Provider() {
        @Override
        public String upstream() {
            return "example";
        }

        @Override
        public URI requestTokenUrl() {
            return URI.create("https://api.fitbit.com/oauth/request_token");
        }

        @Override
        public URI authorizeUrl() {
            return URI.create("https://www.fitbit.com/oauth/authorize?display=touch");
        }

        @Override
        public URI accessTokenUrl() {
            return URI.create("https://api.fitbit.com/oauth/access_token");
        }

        @Override
        public Optional<ClientCredentials> configuredClient() {
            return Optional.empty();
        }
    };

    /** The parameters of a header, decoded. */
    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = Pattern.compile("([a-z_]+)=\"([^\"]*)\"").matcher(header);
        while (matcher.find()) {
            parameters.put(matcher.group(1), URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** Takes what scribejava sends, and answers with one form. */
    private static final class Capture {

        private final String reply;
        private final Map<String, String> headers = new HashMap<>();
        private Verb verb;
        private String url;
        private byte[] body;

        Capture(String reply) {
            this.reply = reply;
        }

        String header() {
            return headers.get("Authorization");
        }

        OAuth1 oauth1(String nonce, long epochSecond) {
            Clock clock = Clock.fixed(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC);
            return new OAuth1(clock, () -> nonce, http());
        }

        @SuppressWarnings("unchecked")
        HttpClient http() {
            return (HttpClient) Proxy.newProxyInstance(
                    HttpClient.class.getClassLoader(),
                    new Class<?>[] {HttpClient.class},
                    (proxy, method, arguments) -> {
                        assertThat(method.getName()).isEqualTo("execute");
                        headers.putAll((Map<String, String>) arguments[1]);
                        verb = (Verb) arguments[2];
                        url = (String) arguments[3];
                        body = (byte[]) arguments[4];
                        return new Response(200, "OK", Map.of(), reply);
                    });
        }
    }
}
