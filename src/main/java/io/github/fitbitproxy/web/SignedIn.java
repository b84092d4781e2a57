package io.github.fitbitproxy.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a browser is signed in. */
@Schema(description = "Whether a browser is signed in")
public record SignedIn(
        @Schema(description = "Whether it is", required = true, examples = "true")
        boolean signedIn) {}
