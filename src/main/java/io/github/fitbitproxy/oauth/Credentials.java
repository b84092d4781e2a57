package io.github.fitbitproxy.oauth;

/** What a person's consent is worth at the provider. */
public sealed interface Credentials permits TokenCredentials, OAuth2Tokens {

    /** The setting, after the upstream's name, under which such credentials may be configured: {@code token}, say. */
    String setting();
}
