package io.github.fitbitproxy.oauth;

/**
 * What an authorization code was asked with (RFC 6749 §4.1.1).
 *
 * @param state tells an answer to this question from a forged one (RFC 6749 §10.12)
 * @param codeVerifier without it, the code is worth nothing (RFC 7636 §4.1)
 */
record CodeRequest(String state, String codeVerifier) implements PendingConsent {

    @Override
    public Auth auth() {
        return Auth.OAUTH2;
    }

    @Override
    public String key() {
        return state;
    }

    @Override
    public String toString() {
        return "CodeRequest[…]";
    }
}
