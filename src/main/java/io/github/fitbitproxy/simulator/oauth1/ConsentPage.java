package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.consent.Page;
import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import java.util.List;

/** What a wearer's browser sees. */
final class ConsentPage {

    private ConsentPage() {}

    static String question(String token, List<ResourceOwner> owners) {
        return Page.of("Allow access?", """
                <p>An app asks to read sleep, activity, heart rate, profile and devices of a wearer. Whose?</p>
                <form method="post" action="/oauth/authorize">
                <input type="hidden" name="oauth_token" value="%s">
                <fieldset><legend hidden>Wearer</legend>
                %s</fieldset>
                <button class="allow" name="decision" value="allow">Allow</button>
                <button class="deny" name="decision" value="deny" formnovalidate>Deny</button>
                </form>
                """.formatted(Page.escape(token), Page.choice(owners)));
    }

    static String verifier(String verifier) {
        return Page.of(
                "Access allowed",
                "<p>Copy this verifier into the app:</p><code>%s</code>".formatted(Page.escape(verifier)));
    }

    static String denied() {
        return Page.of("Access denied", "<p>The app was not given access. You can close this page.</p>");
    }

    static String unknownToken() {
        return Page.of(
                "This link does not work",
                "<p>It is not known, has expired or was answered already. Please begin again in the app.</p>");
    }

    static String noWearer() {
        return Page.of("Nobody chosen", "<p>Please go back and choose one of the wearers.</p>");
    }
}
