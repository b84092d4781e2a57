package io.github.fitbitproxy.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What signs a browser in. */
@Schema(description = "What signs a browser in")
record NewSession(
        @Schema(description = "The admin token", required = true, examples = "the admin token")
        String token) {}
