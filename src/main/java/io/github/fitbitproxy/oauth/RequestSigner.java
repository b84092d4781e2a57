package io.github.fitbitproxy.oauth;

import java.net.URI;

/** Signs calls in the name of one person. Safe for any number of threads; keep one as long as the grant lasts. */
public interface RequestSigner {

    /**
     * The value of the {@code Authorization} header for one call; each call needs its own.
     *
     * @param method such as {@code GET}
     * @param uri the whole address, with its query, as it will be sent. A form body cannot be signed.
     */
    String authorization(String method, URI uri);
}
