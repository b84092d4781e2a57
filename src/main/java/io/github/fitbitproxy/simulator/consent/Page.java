package io.github.fitbitproxy.simulator.consent;

import java.util.List;

/** The frame of the simulator's pages: readable on a phone, plain forms, no scripts. */
public final class Page {

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;margin:0;background:#f2f4f7;color:#1d2733}
            main{max-width:30rem;margin:1.5rem auto;padding:1.25rem;background:#fff;border-radius:.75rem}
            .note{background:#fff3cd;color:#5c4400;padding:.5rem .75rem;border-radius:.5rem}
            fieldset{border:0;padding:0;margin:0 0 1rem}legend{font-weight:600}
            label{display:block;padding:.6rem .75rem .6rem 2.4rem;margin:.5rem 0;border:1px solid #c9d1da;border-radius:.5rem}
            input{margin-left:-1.6rem;width:1.1rem}small{display:block;color:#4a5765;overflow-wrap:anywhere}
            button{font:inherit;width:100%;padding:.75rem;margin-top:.5rem;border-radius:.5rem;border:1px solid #0b6e6e}
            .allow{background:#0b6e6e;color:#fff}.deny{background:#fff;color:#0b6e6e}
            code{display:block;font-size:1.5rem;padding:.75rem;background:#f2f4f7;user-select:all;word-break:break-all}
            @media(prefers-color-scheme:dark){body{background:#12171d;color:#e6eaee}main{background:#1c242c}
            small{color:#a9b4c0}label{border-color:#3b4753}code{background:#12171d}.deny{background:#1c242c;color:#5cc9c9}}
            """;

    private Page() {}

    /** @param body HTML; whatever came from outside in it is {@linkplain #escape escaped} */
    public static String of(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s (simulator)</title><style>%s</style></head>
                <body><main><p class="note"><strong>Simulator.</strong> Nobody here is real: all data are invented.</p>
                <h1>%s</h1>
                %s</main></body></html>
                """.formatted(title, STYLE, title, body);
    }

    /** A choice of one owner, the first one chosen. */
    public static String choice(List<ResourceOwner> owners) {
        StringBuilder choices = new StringBuilder();
        String chosen = " checked";
        for (ResourceOwner owner : owners) {
            choices.append("<label><input type=\"radio\" name=\"wearer\" required value=\"")
                    .append(escape(owner.id()))
                    .append("\"")
                    .append(chosen)
                    .append("> ")
                    .append(escape(owner.name()))
                    .append("<small>")
                    .append(escape(owner.description()))
                    .append("</small></label>\n");
            chosen = "";
        }
        return choices.toString();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
