package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.oauth.ConnectingFailure;

/** What the failures of connecting look like over HTTP. Pure. */
final class SetupProblems {

    private SetupProblems() {}

    static Problem of(ConnectingFailure failure) {
        String reason = failure.reason();
        if (failure instanceof ConnectingFailure.UnknownUpstream) {
            return new Problem("unknown-upstream", "There is no such upstream", 400, reason);
        }
        if (failure instanceof ConnectingFailure.BadRequest) {
            return badRequest(reason);
        }
        if (failure instanceof ConnectingFailure.ConsentRefused) {
            return new Problem("consent-refused", "Consent was refused", 400, reason);
        }
        if (failure instanceof ConnectingFailure.ConnectionUnknown) {
            return connectionUnknown(reason);
        }
        if (failure instanceof ConnectingFailure.Configured) {
            return configured(reason);
        }
        if (failure instanceof ConnectingFailure.ProviderUnavailable) {
            return new Problem("provider-unavailable", "The provider cannot connect anybody now", 503, reason);
        }
        // The client credentials, the verifier or the clock: the provider answered, and said no.
        return new Problem("provider-refused", "The provider refused", 502, reason);
    }

    static Problem adminTokenRequired() {
        return new Problem(
                "admin-token-required",
                "The admin token is required",
                401,
                "Send it as \"Authorization: Bearer <admin token>\". It is the setting proxy.admin-token, or was printed in"
                        + " the log at the first start.");
    }

    static Problem badRequest(String detail) {
        return new Problem("bad-request", "The request cannot be understood", 400, detail);
    }

    static Problem connectionUnknown(String detail) {
        return new Problem("connection-unknown", "There is no such connection", 404, detail);
    }

    static Problem configured(String detail) {
        return new Problem("configured-connection", "The connection comes from the configuration", 409, detail);
    }

    static Problem unreadable(String detail) {
        return new Problem("credentials-unreadable", "Stored credentials cannot be decrypted", 500, detail);
    }

    static Problem importRefused(String detail) {
        return new Problem("import-refused", "That cannot be imported", 422, detail);
    }

    static Problem importRunning() {
        return new Problem(
                "import-running",
                "Another import is running",
                409,
                "One import runs at a time. Wait until it is done, then send this one again.");
    }

    static Problem importTooLarge(long mostBytes) {
        return new Problem(
                "import-too-large",
                "The upload is too large",
                413,
                "More than " + (mostBytes >> 20)
                        + " MiB are not taken. Set takeout.max-upload-size, or put the file beside the"
                        + " service and name it in takeout.path.");
    }

    static Problem diskFull() {
        return noRoom("The disk that holds proxy.data-dir has too little room left for the upload and its days.");
    }

    static Problem noRoom(String detail) {
        return new Problem("disk-full", "There is no room for it", 507, detail);
    }

    static Problem storeUnavailable() {
        return new Problem(
                "store-unavailable",
                "The store does not answer",
                503,
                "What is stored can be neither read nor changed just now. Look into the log, then try again.");
    }
}
