package io.github.fitbitproxy.web;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Connecting;
import io.github.fitbitproxy.oauth.Grant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a person is connected. */
@Schema(description = "Whether a person is connected")
public record Connection(
        @Schema(description = "Who", required = true, examples = "me")
        String person,

        @Schema(description = "To which upstream; null if to none yet", examples = "fitbit") @Nullable
        String upstream,

        @Schema(
                description = "How it stands",
                required = true,
                enumeration = {CONNECTED, NOT_CONNECTED, REAUTHORISATION_REQUIRED},
                examples = CONNECTED)
        String connection,

        @Schema(
                description = "Whether it comes from the configuration, and cannot be changed here",
                required = true,
                examples = "false")
        boolean configured,

        @Schema(description = "Since when (UTC); null if not known", examples = "2026-11-21T09:16:40Z") @Nullable
        Instant connectedAt,

        @Schema(description = "Kinds of data that the consent leaves out", required = true)
        List<String> missingScopes,

        @Schema(description = "When the consent ends by itself (UTC); null if it does not, or nobody said") @Nullable
        Instant grantExpiresAt) {

    public Connection {
        missingScopes = List.copyOf(missingScopes);
    }

    static final String CONNECTED = "connected";
    static final String NOT_CONNECTED = "not-connected";
    static final String REAUTHORISATION_REQUIRED = "reauthorisation-required";

    static Connection of(Grant grant, List<String> missingScopes, boolean configured) {
        return new Connection(
                grant.person().name(),
                grant.upstream(),
                grant.state() == Grant.State.ALIVE ? CONNECTED : REAUTHORISATION_REQUIRED,
                configured,
                configured ? null : grant.connectedAt().truncatedTo(ChronoUnit.SECONDS),
                missingScopes,
                grant.expiresAt());
    }

    static Connection of(Connecting.Waiting waiting) {
        return notConnected(waiting.person(), waiting.upstream());
    }

    /** Of somebody whose stored grant cannot be decrypted. */
    static Connection unreadable(Person person) {
        return new Connection(person.name(), null, REAUTHORISATION_REQUIRED, false, null, List.of(), null);
    }

    static Connection notConnected(Person person, @Nullable String upstream) {
        return new Connection(person.name(), upstream, NOT_CONNECTED, false, null, List.of(), null);
    }
}
