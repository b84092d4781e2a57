package io.github.fitbitproxy.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that makes the calls below {@code /setup} for people. It tells nothing by itself. */
@Path("/setup")
public class SetupPage {

    static final String HTML = "text/html;charset=UTF-8";

    private final Template page;

    SetupPage(@Location("setup.html") Template page) {
        this.page = page;
    }

    @GET
    @Produces(HTML)
    @Blocking
    @Operation(hidden = true)
    public String page() {
        return page.render();
    }
}
