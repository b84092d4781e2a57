package io.github.fitbitproxy.web;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Disconnecting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of disconnecting somebody. The connection is forgotten in any case. */
@Schema(description = "What came of disconnecting somebody. The connection is forgotten in any case")
public record Disconnection(
        @Schema(description = "Who", required = true, examples = "me")
        String person,

        @Schema(
                description = "Whether the provider was told, and said that the consent has ended",
                required = true,
                examples = "true")
        boolean revoked,

        @Schema(
                description = "The same in words",
                required = true,
                examples = "google-health has ended the connection.")
        String detail) {

    static Disconnection of(Person person, Disconnecting.Disconnected disconnected) {
        return new Disconnection(person.name(), disconnected.revoked(), disconnected.detail());
    }
}
