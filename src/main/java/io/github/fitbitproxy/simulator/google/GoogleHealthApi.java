package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.oauth2.BearerToken;
import io.github.fitbitproxy.simulator.oauth2.Token;
import io.github.fitbitproxy.simulator.oauth2.Token.Kind;
import io.github.fitbitproxy.simulator.oauth2.Tokens;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resources of the Google Health API, version 4. A call is looked at in this order: route, token, scope, account, data
 * type, action, parameters.
 */
public final class GoogleHealthApi {

    private static final String SERVICE = "google.devicesandservices.health.v4.";

    private final Tokens tokens;
    private final Quota quota;
    private final Map<String, WearerLife> livesByOwner;

    public GoogleHealthApi(Tokens tokens, Quota quota, Map<String, WearerLife> livesByOwner) {
        this.tokens = tokens;
        this.quota = quota;
        this.livesByOwner = Map.copyOf(livesByOwner);
    }

    /** @param path below the prefix */
    public Answer answer(Call call, String path, @Nullable FaultRule fault, Instant now) {
        Optional<Route> route = Route.of(call.method(), path);
        if (route.isEmpty()) {
            return ApiError.notThere();
        }
        try {
            JsonNode body = body(call, route.get(), fault, now);
            boolean compact = call.queryValue("prettyPrint").orElse("true").equals("false");
            return compact ? Json.compact(200, body) : Json.pretty(200, body);
        } catch (ApiError error) {
            return error.answer();
        }
    }

    private JsonNode body(Call call, Route route, @Nullable FaultRule fault, Instant now) throws ApiError {
        Token token = authenticate(call, route, now);
        Optional<DataType> type = Optional.ofNullable(route.type()).flatMap(DataType::ofPath);
        String scope = type.map(DataType::scope).orElseGet(() -> scope(route));
        if (!scope.isEmpty() && !token.scopes().contains(scope)) {
            throw ApiError.scopeMissing(SERVICE + route.name());
        }
        WearerLife life = life(token, route, fault);
        String typeName = route.type();
        if (typeName == null) {
            return account(call, route, life, fault, now);
        }
        return points(call, route, type.orElseThrow(() -> ApiError.unknownType(typeName)), life, fault, now);
    }

    private Token authenticate(Call call, Route route, Instant now) throws ApiError {
        String text = BearerToken.of(call).orElseThrow(() -> ApiError.credentialsMissing(SERVICE + route.name()));
        Token token = tokens.live(text, Kind.ACCESS, now).orElseThrow(ApiError::tokenInvalid);
        if (!quota.spend(token.owner(), now)) {
            throw ApiError.quotaSpent();
        }
        return token;
    }

    private WearerLife life(Token token, Route route, @Nullable FaultRule fault) throws ApiError {
        WearerLife life = livesByOwner.get(token.owner());
        if (life == null || fault != null && fault.fault() == Fault.ACCOUNT_NOT_LINKED) {
            throw ApiError.accountNotLinked();
        }
        if (fault != null && fault.fault() == Fault.PROFILE_MISSING) {
            throw ApiError.profileMissing();
        }
        if (fault != null && fault.fault() == Fault.SERVICE_DISABLED) {
            throw ApiError.serviceDisabled();
        }
        if (!route.user().equals("me") && !route.user().equals(Account.user(life.wearer()))) {
            throw ApiError.of(403, "PERMISSION_DENIED", "The caller does not have permission");
        }
        return life;
    }

    /** Empty where none is needed to be told apart: the identity. */
    private static String scope(Route route) {
        return switch (route.name()) {
            case "settings", "pairedDevices", "pairedDevice" -> GoogleScopes.SETTINGS;
            case "profile" -> GoogleScopes.PROFILE;
            default -> "";
        };
    }

    private static ObjectNode account(Call call, Route route, WearerLife life, @Nullable FaultRule fault, Instant now)
            throws ApiError {
        String id = route.id();
        return switch (route.name()) {
            case "identity" -> Account.identity(life);
            case "profile" -> Account.profile(life);
            case "settings" -> Account.settings(life, now);
            default -> id == null ? Account.devices(call, life, fault, now) : Account.device(id, life, fault, now);
        };
    }

    private static ObjectNode points(
            Call call, Route route, DataType type, WearerLife life, @Nullable FaultRule fault, Instant now)
            throws ApiError {
        Action action = action(route);
        if (!type.actions().contains(action)) {
            throw ApiError.unsupportedAction(action.title(), type.path(), type.allowedActions());
        }
        String user = Account.user(life.wearer());
        return switch (action) {
            case LIST -> DataPoints.list(call, type, user, life, fault, now);
            case RECONCILE -> DataPoints.reconcile(call, type, user, life, fault, now);
            case GET -> DataPoints.get(call, type, String.valueOf(route.id()), user, life, now);
            case ROLL_UP -> RollUps.physical(call, type, life, fault, now);
            case DAILY_ROLL_UP -> RollUps.daily(call, type, life, fault, now);
        };
    }

    private static Action action(Route route) {
        return switch (route.name()) {
            case "get" -> Action.GET;
            case "reconcile" -> Action.RECONCILE;
            case "rollUp" -> Action.ROLL_UP;
            case "dailyRollUp" -> Action.DAILY_ROLL_UP;
            default -> Action.LIST;
        };
    }
}
