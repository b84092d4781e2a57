package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.consent.ClientCredentials;
import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import io.github.fitbitproxy.simulator.fitbit.FitbitApi;
import io.github.fitbitproxy.simulator.fitbit.FitbitOAuth2;
import io.github.fitbitproxy.simulator.fitbit.FitbitScopes;
import io.github.fitbitproxy.simulator.fitbit.RateLimit;
import io.github.fitbitproxy.simulator.google.GoogleHealthApi;
import io.github.fitbitproxy.simulator.google.GoogleOAuth2;
import io.github.fitbitproxy.simulator.google.GoogleScopes;
import io.github.fitbitproxy.simulator.google.Quota;
import io.github.fitbitproxy.simulator.oauth1.OAuthProvider;
import io.github.fitbitproxy.simulator.oauth1.TokenCredentials;
import io.github.fitbitproxy.simulator.oauth1.TokenIssuer;
import io.github.fitbitproxy.simulator.oauth2.Token;
import io.github.fitbitproxy.simulator.oauth2.Token.Kind;
import io.github.fitbitproxy.simulator.oauth2.TokenSeal;
import io.github.fitbitproxy.simulator.oauth2.Tokens;
import io.github.fitbitproxy.simulator.replay.ReplayFolder;
import io.github.fitbitproxy.simulator.wearer.PresetWearers;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both vendors, put together for the same wearers. */
record Clouds(Cloud fitbit, Cloud google) {

    /** Somebody who consents with the wrong account. */
    private static final ResourceOwner NOT_LINKED = new ResourceOwner(
            "9SIM00", "Frankie", "An account that never used the health app: the consent works, and every call fails.");

    static Clouds of(SimulatorSettings settings) {
        Map<String, WearerLife> livesByOwner = PresetWearers.ALL.stream()
                .map(wearer -> new WearerLife(settings.seed(), wearer))
                .collect(Collectors.toMap(life -> life.wearer().encodedId(), Function.identity()));
        Supplier<String> randomText = randomText(new SecureRandom());
        return new Clouds(fitbit(settings, livesByOwner, randomText), google(settings, livesByOwner, randomText));
    }

    void forgive() {
        fitbit.forgive();
        google.forgive();
    }

    private static Cloud fitbit(
            SimulatorSettings settings, Map<String, WearerLife> livesByOwner, Supplier<String> randomText) {
        ClientCredentials client = new ClientCredentials(settings.clientId(), settings.clientSecret());
        TokenIssuer signedTokens = new TokenIssuer(key(settings), presetTokens(), randomText);
        Tokens tokens = new Tokens(
                new TokenSeal(key(settings) + " fitbit", Map.of(Kind.ACCESS, "eyJhbGciOiJIUzI1NiJ9.")),
                presetGrants(FitbitScopes.all()),
                randomText);
        return new FitbitCloud(
                new OAuthProvider(client, signedTokens, owners(), randomText),
                signedTokens,
                new FitbitOAuth2(
                        client,
                        tokens,
                        lifetime(settings, FitbitOAuth2.ACCESS_LIFETIME),
                        owners(),
                        () -> randomText.get() + randomText.get().substring(0, 8)),
                tokens,
                new RateLimit(settings.callsPerHour()),
                fitbitResources(settings, livesByOwner));
    }

    private static Cloud google(
            SimulatorSettings settings, Map<String, WearerLife> livesByOwner, Supplier<String> randomText) {
        Tokens tokens = new Tokens(
                new TokenSeal(key(settings) + " google", Map.of(Kind.ACCESS, "ya29.", Kind.REFRESH, "1//0")),
                presetGrants(GoogleScopes.all()),
                randomText);
        GoogleOAuth2 oauth2 = new GoogleOAuth2(
                new ClientCredentials(settings.clientId(), settings.clientSecret()),
                tokens,
                lifetime(settings, GoogleOAuth2.ACCESS_LIFETIME),
                Stream.concat(owners().stream(), Stream.of(NOT_LINKED)).toList(),
                () -> "4/0A" + randomText.get());
        return new GoogleCloud(
                oauth2, tokens, new GoogleHealthApi(tokens, new Quota(settings.callsPerMinute()), livesByOwner));
    }

    private static FitbitCloud.Resources fitbitResources(
            SimulatorSettings settings, Map<String, WearerLife> livesByOwner) {
        @Nullable Path folder = settings.replay();
        if (folder != null) {
            ReplayFolder replay = new ReplayFolder(folder, settings.timeZone());
            return (call, path, owner, scopes, now) -> replay.answer(path, now);
        }
        FitbitApi api = new FitbitApi();
        return (call, path, owner, scopes, now) -> {
            WearerLife life = livesByOwner.get(owner);
            return life == null ? FitbitApi.notFound() : api.answer(call, path, life, scopes, now);
        };
    }

    private static String key(SimulatorSettings settings) {
        return settings.clientSecret() + " " + settings.seed();
    }

    private static Duration lifetime(SimulatorSettings settings, Duration usual) {
        return Optional.ofNullable(settings.accessTokenLifetime()).orElse(usual);
    }

    private static List<TokenCredentials> presetTokens() {
        return PresetWearers.ALL.stream()
                .map(wearer -> new TokenCredentials(wearer.token(), wearer.tokenSecret(), wearer.encodedId()))
                .toList();
    }

    private static Map<String, Token> presetGrants(SortedSet<String> scopes) {
        return PresetWearers.ALL.stream()
                .collect(Collectors.toMap(
                        Wearer::refreshToken,
                        wearer -> new Token(
                                Kind.REFRESH,
                                wearer.encodedId(),
                                "preset-" + wearer.number(),
                                scopes,
                                Instant.EPOCH,
                                null)));
    }

    private static List<ResourceOwner> owners() {
        return PresetWearers.ALL.stream()
                .map(wearer -> new ResourceOwner(wearer.encodedId(), wearer.displayName(), wearer.description()))
                .toList();
    }

    private static Supplier<String> randomText(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
