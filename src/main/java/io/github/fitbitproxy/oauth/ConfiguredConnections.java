package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Connections that the configuration makes: nobody can change them from here. */
@Singleton
class ConfiguredConnections {

    private final Grants grants;
    private final ConsentFlows flows;

    ConfiguredConnections(Grants grants, ConsentFlows flows) {
        this.grants = grants;
        this.flows = flows;
    }

    /** @throws ConnectingException with the setting to change, if the configuration connects this person */
    void refuse(Person person) throws ConnectingException {
        Optional<Grant> configured = grants.configured(person);
        if (configured.isPresent()) {
            throw new ConnectingException(new ConnectingFailure.Configured(reason(configured.get())));
        }
    }

    private String reason(Grant configured) {
        return configured.person() + " is connected by the setting " + flows.settingsPrefix(configured.upstream()) + "."
                + configured.credentials().setting() + ". Remove it there and restart the service.";
    }
}
