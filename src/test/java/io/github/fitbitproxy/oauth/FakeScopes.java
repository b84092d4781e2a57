package io.github.fitbitproxy.oauth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Granted scopes for tests of other packages: asked for are {@code nights}, publicly named sleep, and {@code steps}. */
public final class FakeScopes {

    private FakeScopes() {}

    /** @param upstream whose they are */
    public static GrantedScopes of(String upstream) {
        return new GrantedScopes(List.of(new OAuth2Provider() {
            @Override
            public String upstream() {
                return upstream;
            }

            @Override
            public Optional<ClientCredentials> configuredClient() {
                return Optional.empty();
            }

            @Override
            public URI authorizeUrl() {
                return URI.create("http://localhost/authorize");
            }

            @Override
            public URI tokenUrl() {
                return URI.create("http://localhost/token");
            }

            @Override
            public URI revokeUrl() {
                return URI.create("http://localhost/revoke");
            }

            @Override
            public List<String> scopes() {
                return List.of("nights", "steps");
            }

            @Override
            public String shortName(String scope) {
                return scope.equals("nights") ? "sleep" : scope;
            }

            @Override
            public ClientAuthentication clientAuthentication() {
                return ClientAuthentication.BASIC;
            }
        }));
    }
}
