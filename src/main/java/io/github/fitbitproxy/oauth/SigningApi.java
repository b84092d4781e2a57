package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.extractors.BaseStringExtractor;
import com.github.scribejava.core.services.TimestampService;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * scribejava's OAuth 1.0a with our clock, our nonces and a base string that follows the RFC. HMAC-SHA1, in the header. It
 * signs calls and nothing else: the endpoints, which scribejava wants from every API, belong to {@link ProviderApi}.
 */
class SigningApi extends DefaultApi10a {

    private final TimestampService timestamps;

    SigningApi(Clock clock, Supplier<String> nonces) {
        this.timestamps = new TimestampService() {
            @Override
            public String getTimestampInSeconds() {
                return Long.toString(clock.instant().getEpochSecond());
            }

            @Override
            public String getNonce() {
                return nonces.get();
            }
        };
    }

    @Override
    public TimestampService getTimestampService() {
        return timestamps;
    }

    @Override
    public BaseStringExtractor getBaseStringExtractor() {
        return new BaseString();
    }

    @Override
    public String getRequestTokenEndpoint() {
        throw new UnsupportedOperationException("only signs");
    }

    @Override
    public String getAccessTokenEndpoint() {
        throw new UnsupportedOperationException("only signs");
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        throw new UnsupportedOperationException("only signs");
    }
}
