package io.github.fitbitproxy.simulator.oauth2;

import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person's yes to some or all of what was asked.
 *
 * @param scopes those whose boxes stayed ticked; never empty
 */
public record Consent(ConsentRequest request, String owner, SortedSet<String> scopes) {

    /** Whether the form says no. */
    public static boolean denied(Call form) {
        return !form.formValue("decision").orElse("deny").equals("allow");
    }

    /** Reads the form of {@link ScopePage}; empty if nobody or nothing was chosen. */
    public static Optional<Consent> read(Call form, ConsentRequest request, List<ResourceOwner> owners) {
        SortedSet<String> ticked = new TreeSet<>(form.form().stream()
                .filter(field -> field.name().equals("scope"))
                .map(Parameter::value)
                .filter(request.scopes()::contains)
                .toList());
        return form.formValue("wearer")
                .filter(id -> owners.stream().anyMatch(owner -> owner.id().equals(id)))
                .filter(id -> !ticked.isEmpty())
                .map(id -> new Consent(request, id, ticked));
    }
}
