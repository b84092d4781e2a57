package io.github.fitbitproxy.simulator.oauth2;

import io.github.fitbitproxy.simulator.consent.Page;
import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The consent page of OAuth 2.0: who shares, and a box to tick for each scope. */
public final class ScopePage {

    private ScopePage() {}

    /**
     * @param call whose parameters the form carries on
     * @param sentences what each scope lets the app do
     */
    public static String question(
            Call call, ConsentRequest request, List<ResourceOwner> owners, Map<String, String> sentences) {
        StringBuilder boxes = new StringBuilder();
        for (String scope : request.scopes()) {
            boxes.append("<label><input type=\"checkbox\" name=\"scope\" checked value=\"")
                    .append(Page.escape(scope))
                    .append("\"> ")
                    .append(Page.escape(sentences.getOrDefault(scope, scope)))
                    .append("<small>")
                    .append(Page.escape(scope))
                    .append("</small></label>\n");
        }
        return Page.of("Allow access?", """
                <p>An app asks for access. It will be sent to <b style="overflow-wrap:anywhere">%s</b>.</p>
                <form method="post" action="%s">
                <fieldset><legend>Whose data?</legend>
                %s</fieldset>
                <fieldset><legend>What may it do?</legend>
                %s</fieldset>
                <button class="allow" name="decision" value="allow">Allow</button>
                <button class="deny" name="decision" value="deny" formnovalidate>Deny</button>
                </form>
                """.formatted(
                        Page.escape(request.redirectUri()), Page.escape(action(call)), Page.choice(owners), boxes));
    }

    public static String nothingChosen() {
        return Page.of("Nothing chosen", "<p>Please go back, choose somebody and tick at least one box.</p>");
    }

    private static String action(Call call) {
        return call.path() + "?"
                + call.query().stream()
                        .map(each -> PercentCode.encode(each.name()) + "=" + PercentCode.encode(each.value()))
                        .collect(Collectors.joining("&"));
    }
}
