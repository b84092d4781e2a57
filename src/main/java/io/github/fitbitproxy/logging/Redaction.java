package io.github.fitbitproxy.logging;

import java.util.regex.Pattern;

/**
 * Takes secrets out of a text that is about to be printed: by the names that stand in front of them in headers, addresses,
 * forms and JSON. The last net; nothing of ours is meant to print one. Pure.
 */
public final class Redaction {

    static final String GONE = "[redacted]";

    private static final String PARAMETERS =
            "code|state|pasted|denied|code_verifier|code_challenge|client_secret|clientSecret|access_token|refresh_token|id_token"
                    + "|token|oauth_token|oauth_token_secret|oauth_verifier|oauth_signature|oauth_consumer_key"
                    + "|api_key|apiKey|password|secret";

    /** {@code Authorization: …}, as clients and servers print headers: with a colon, an equals sign or a comma. */
    private static final Pattern HEADER = Pattern.compile(
            "(?i)\\b((?:proxy-)?authorization|x-api-key|(?:set-)?cookie)(\"?\\s*[:=,]\\s*\"?\\[?)[^\\r\\n\\]\"]+");

    /** Credentials that stand by themselves (RFC 6750 §2.1, RFC 5849 §3.5.1); a digit tells a token from prose. */
    private static final Pattern SCHEME = Pattern.compile(
            "(?i)\\b(Bearer|Basic)\\s+(?=[^\\s\"]*\\d)[^\\s\\]\"]{8,}|\\b(OAuth)\\s+(?:realm|oauth_)[^\\r\\n\\]]*");

    /** In an address, a form, JSON or a map's text. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)(?<![A-Za-z0-9_.-])(" + PARAMETERS
            + ")(\"?\\s*(?:=|:|%3D)\\s*\"?)(?!\\[redacted])[^&\\s\"',;)}\\]<>]+");

    private static final Pattern SESSION = Pattern.compile("(fitbit-proxy-session=)[^;\\s\"]+");

    private Redaction() {}

    /** The text without secrets; the same object where there are none. */
    public static String of(String text) {
        if (!mayHoldSecrets(text)) {
            return text;
        }
        String clean = HEADER.matcher(text).replaceAll("$1$2" + GONE);
        clean = SCHEME.matcher(clean)
                .replaceAll(found -> (found.group(1) == null ? found.group(2) : found.group(1)) + " " + GONE);
        clean = PARAMETER.matcher(clean).replaceAll("$1$2" + GONE);
        clean = SESSION.matcher(clean).replaceAll("$1" + GONE);
        return clean.equals(text) ? text : clean;
    }

    /** Cheaply: a secret stands behind a sign or a blank, in a text of some length. */
    private static boolean mayHoldSecrets(String text) {
        return text.length() > 8
                && (text.indexOf('=') >= 0
                        || text.indexOf(':') >= 0
                        || text.indexOf(' ') >= 0
                        || text.indexOf('%') >= 0);
    }
}
