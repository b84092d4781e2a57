package io.github.fitbitproxy.oauth;

/** What stands for a connection between its beginning and the person's consent. */
sealed interface PendingConsent permits TemporaryCredentials, CodeRequest {

    Auth auth();

    /** What the browser brings back to say which connection it is. Nobody can guess it. */
    String key();
}
