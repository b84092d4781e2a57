package io.github.fitbitproxy.support;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.Credentials;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth2Tokens;
import io.github.fitbitproxy.oauth.TokenCredentials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** People who are connected to the simulator's preset wearers, until they are forgotten. */
public final class ConnectedWearers implements AutoCloseable {

    public static final String FITBIT = "demo-fitbit";
    public static final String GOOGLE_HEALTH = "demo-google-health";

    private static final ClientCredentials APP = new ClientCredentials("demo-client", "demo-secret");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Grants grants;
    private final List<Person> people = new ArrayList<>();

    public ConnectedWearers(Grants grants) {
        this.grants = grants;
    }

    /** A person whose days the Fitbit Web API tells, with OAuth 1.0a. */
    public Person onFitbit(int wearer) {
        return connect(
                "fitbit-" + wearer, FITBIT, new TokenCredentials("demo-token-" + wearer, "demo-secret-" + wearer));
    }

    /** A person whose days the Google Health API tells. */
    public Person onGoogleHealth(int wearer) {
        return connect("google-" + wearer, GOOGLE_HEALTH, OAuth2Tokens.ofRefreshToken("demo-refresh-" + wearer));
    }

    /** The same with a consent that is known to cover these scopes only. */
    public Person onGoogleHealth(int wearer, String... scopes) {
        return connect(
                "google-" + wearer,
                GOOGLE_HEALTH,
                new OAuth2Tokens(null, null, "demo-refresh-" + wearer, null, new TreeSet<>(List.of(scopes))));
    }

    private Person connect(String name, String upstream, Credentials credentials) {
        // Nobody met anybody's pace before.
        Person person = new Person(name + "-" + NUMBERS.incrementAndGet());
        grants.save(new Grant(person, upstream, APP, credentials, null, Instant.EPOCH, Grant.State.ALIVE));
        people.add(person);
        return person;
    }

    @Override
    public void close() {
        people.forEach(grants::forget);
    }
}
