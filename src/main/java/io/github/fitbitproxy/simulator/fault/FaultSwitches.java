package io.github.fitbitproxy.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that are on. A call gets the first one that hits it; one that is used up is gone. */
public final class FaultSwitches {

    private final List<FaultRule> rules = new ArrayList<>();

    public synchronized void add(FaultRule rule) {
        rules.add(rule);
    }

    public synchronized void replaceAll(List<FaultRule> others) {
        rules.clear();
        rules.addAll(others);
    }

    public synchronized void clear() {
        rules.clear();
    }

    /** What is on, with the times that are left. */
    public synchronized List<FaultRule> list() {
        return List.copyOf(rules);
    }

    /** The fault for this call, counted as used. */
    public synchronized Optional<FaultRule> take(String path, @Nullable String wearer) {
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (rule.hits(path, wearer)) {
                Integer times = rule.times();
                if (times != null && times <= 1) {
                    rules.remove(i);
                } else if (times != null) {
                    rules.set(i, rule.times(times - 1));
                }
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
