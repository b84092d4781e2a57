package io.github.fitbitproxy.simulator.oauth2;

import io.github.fitbitproxy.simulator.oauth2.Token.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gives out tokens, recognises them again, and remembers which were taken back. */
public final class Tokens {

    private final TokenSeal seal;
    private final Map<String, Token> presets;
    private final Supplier<String> randomText;
    private final Map<String, Set<String>> grantsByOwner = new HashMap<>();
    private final Set<String> revokedGrants = new HashSet<>();
    private final Set<String> expiredTexts = new HashSet<>();

    /**
     * @param presets tokens with a text of their own, which nobody has to issue
     * @param randomText gives another letters-and-digits text each time
     */
    public Tokens(TokenSeal seal, Map<String, Token> presets, Supplier<String> randomText) {
        this.seal = seal;
        this.presets = Map.copyOf(presets);
        this.randomText = randomText;
        presets.values().forEach(this::remember);
    }

    /** A name for a consent that was given now. */
    public String newGrant() {
        return randomText.get();
    }

    public synchronized String issue(Token token) {
        remember(token);
        return seal.seal(token, randomText.get());
    }

    /** What a text stands for, whatever became of it; empty if nobody here issued it. */
    public synchronized Optional<Token> find(String text) {
        Optional<Token> found = Optional.ofNullable(presets.get(text)).or(() -> seal.open(text));
        found.ifPresent(this::remember);
        return found;
    }

    public boolean isPreset(String text) {
        return presets.containsKey(text);
    }

    /** @param token what the text stands for */
    public synchronized State state(String text, Token token, Instant now) {
        if (revokedGrants.contains(token.grant())) {
            return State.REVOKED;
        }
        Instant end = token.expiresAt();
        boolean over = end != null && !now.isBefore(end);
        return over || expiredTexts.contains(text) ? State.EXPIRED : State.LIVE;
    }

    /** The token if it is of that kind and nothing ended it. */
    public Optional<Token> live(String text, Token.Kind kind, Instant now) {
        return find(text).filter(token -> token.kind() == kind && state(text, token, now) == State.LIVE);
    }

    /** Ends one token before its time. */
    public synchronized void expire(String text) {
        expiredTexts.add(text);
    }

    /** Ends everything that came from one consent. */
    public synchronized void revokeGrant(String grant) {
        revokedGrants.add(grant);
    }

    /** Ends everything that an owner consented to. */
    public synchronized void revokeOwner(String owner) {
        revokedGrants.addAll(grantsByOwner.getOrDefault(owner, Set.of()));
    }

    /** Takes back every early end. */
    public synchronized void forgive() {
        revokedGrants.clear();
        expiredTexts.clear();
    }

    private void remember(Token token) {
        grantsByOwner.computeIfAbsent(token.owner(), owner -> new HashSet<>()).add(token.grant());
    }
}
