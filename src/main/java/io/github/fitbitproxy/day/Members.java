package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everybody who is connected or of whom days are stored, and how they stand. Blocks; throws as the stores do. */
@ApplicationScoped
public class Members {

    private final Grants grants;
    private final Household household;
    private final DayStore days;

    Members(Grants grants, Household household, DayStore days) {
        this.grants = grants;
        this.household = household;
        this.days = days;
    }

    /** Everybody, by name; while there is nobody, {@code me}, not connected. */
    public List<Member> all() {
        Map<Person, Member> members = new TreeMap<>();
        days.owners().stream()
                .map(owner -> new Member(
                        owner.person(),
                        Objects.requireNonNullElse(upstreamOf(owner.person()), owner.upstream()),
                        Connection.NOT_CONNECTED))
                .forEach(member -> members.put(member.person(), member));
        grants.unreadable()
                .forEach(person -> members.put(
                        person, new Member(person, upstreamOf(person), Connection.REAUTHORISATION_REQUIRED)));
        connected().forEach(member -> members.put(member.person(), member));
        if (members.isEmpty()) {
            members.put(Person.ME, new Member(Person.ME, upstreamOf(Person.ME), Connection.NOT_CONNECTED));
        }
        return List.copyOf(members.values());
    }

    /** Everybody who has given consent, whether it is still accepted or not. */
    List<Member> connected() {
        return grants.all().stream()
                .map(grant -> new Member(
                        grant.person(),
                        grant.upstream(),
                        grant.state() == Grant.State.ALIVE
                                ? Connection.CONNECTED
                                : Connection.REAUTHORISATION_REQUIRED))
                .toList();
    }

    private @Nullable String upstreamOf(Person person) {
        try {
            return household.upstreamOf(person);
        } catch (UpstreamException e) {
            return null;
        }
    }
}
