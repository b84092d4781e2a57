package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.Parameter;
import java.util.Optional;
import java.util.Set;

/** The query of a call; every name may be written in camel or in snake case. */
final class Parameters {

    /** Parameters that every Google API takes; those that change the shape of an answer are not simulated but for one. */
    private static final Set<String> SYSTEM = Set.of("alt", "prettyPrint", "quotaUser", "key", "$.xgafv", "callback");

    private static final Set<String> FAMILIES =
            Set.of("all-sources", "google-wearables", "google-sources", "self-sources");

    private static final String FAMILY_PREFIX = "users/me/dataSourceFamilies/";

    private final Call call;

    /** @param known the names in camel case that the method has */
    Parameters(Call call, Set<String> known) throws ApiError {
        this.call = call;
        for (Parameter parameter : call.query()) {
            String name = camel(parameter.name());
            if (!known.contains(name) && !SYSTEM.contains(name)) {
                throw ApiError.argument("Invalid JSON payload received. Unknown name \"" + parameter.name()
                        + "\": Cannot bind query parameter. Field '" + parameter.name()
                        + "' could not be found in request message.");
            }
        }
    }

    String text(String name) {
        return call.query().stream()
                .filter(parameter -> camel(parameter.name()).equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }

    /** A page size, cut to what is allowed. */
    int pageSize(int usual, int most) throws ApiError {
        String text = text("pageSize");
        if (text.isEmpty() || text.equals("0")) {
            return usual;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw ApiError.argument("Invalid value at 'page_size' (TYPE_INT32), \"" + text + "\"");
        }
        return Math.min(Integer.parseInt(text), most);
    }

    /** The last part of a data source family's name; {@code all-sources} if none was asked for. */
    static String family(String name) throws ApiError {
        String family = name.isEmpty() ? FAMILY_PREFIX + "all-sources" : name;
        return Optional.of(family)
                .filter(each -> each.startsWith(FAMILY_PREFIX))
                .map(each -> each.substring(FAMILY_PREFIX.length()))
                .filter(FAMILIES::contains)
                .orElseThrow(() -> ApiError.dataSourceFamily(family));
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean joint = name.charAt(i) == '_' && i + 1 < name.length();
            camel.append(joint ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }
}
