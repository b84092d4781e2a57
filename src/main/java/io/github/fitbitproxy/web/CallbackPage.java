package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.oauth.ConnectingException;
import io.github.fitbitproxy.oauth.VaultException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.logging.Logger;

/** What a person reads when the browser comes back from the consent page. */
@Singleton
class CallbackPage {

    /** Second to JSON for those who take anything, such as curl. */
    static final String HTML = "text/html;charset=UTF-8;qs=0.5";

    private static final Logger LOG = Logger.getLogger(CallbackPage.class);

    private static final String BEGIN_AGAIN = "Go back to the accounts and open the consent page again.";

    private static final Map<String, String> ADVICE = Map.of(
            "consent-refused",
            "If you pressed Deny by mistake, go back to the accounts and open the consent page again.",
            "connection-unknown",
            "If you have just loaded this page a second time, all is well: look at the accounts. If not, somebody else may have"
                    + " sent you here, or it took too long: go back to the accounts and begin again.",
            "provider-refused",
            "A consent can be used once, and soon. Go back to the accounts and begin again; check that client id and secret"
                    + " are those of the app.",
            "provider-unavailable",
            "Nothing is lost. Wait a few minutes, then load this page again.",
            "store-unavailable",
            "Look into the log of the service, then load this page again.");

    private final Template page;

    CallbackPage(@Location("callback.html") Template page) {
        this.page = page;
    }

    /** Finishes a connection; may fail as connecting does. */
    interface Finish {
        Connection finish() throws ConnectingException;
    }

    Response of(Finish finish) {
        try {
            return connected(finish.finish());
        } catch (ConnectingException e) {
            return failed(SetupProblems.of(e.failure()));
        } catch (VaultException e) {
            LOG.error(e.reason());
            return failed(SetupProblems.unreadable(e.reason()));
        } catch (UncheckedIOException e) {
            LOG.error("The store fails.", e);
            return failed(SetupProblems.storeUnavailable());
        }
    }

    private Response connected(Connection connection) {
        return Response.ok(page.data("title", "Connected")
                        .data("person", connection.person())
                        .data("upstream", connection.upstream())
                        .render())
                .build();
    }

    private Response failed(Problem problem) {
        return Response.status(problem.status())
                .entity(page.data("title", problem.title())
                        .data("person", null)
                        .data("detail", problem.detail())
                        .data("advice", ADVICE.getOrDefault(problem.type(), BEGIN_AGAIN))
                        .render())
                .build();
    }
}
