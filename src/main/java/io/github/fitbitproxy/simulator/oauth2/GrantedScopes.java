package io.github.fitbitproxy.simulator.oauth2;

import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is left of the scopes when a fault unticks some. */
public final class GrantedScopes {

    private GrantedScopes() {}

    public static SortedSet<String> of(SortedSet<String> scopes, @Nullable FaultRule fault) {
        SortedSet<String> granted = new TreeSet<>(scopes);
        if (fault != null && fault.fault() == Fault.FEWER_SCOPES) {
            granted.removeIf(scope -> scope.contains(fault.scope()));
        }
        return granted;
    }
}
