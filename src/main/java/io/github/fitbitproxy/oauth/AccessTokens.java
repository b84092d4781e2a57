package io.github.fitbitproxy.oauth;

/**
 * Access tokens that are good now. One refresh per grant at a time, in one process and across replicas; everybody else
 * waits for its outcome. All methods block.
 */
public interface AccessTokens {

    /**
     * A token that is good for at least another minute, as far as can be told; refreshed if need be.
     *
     * @param grant a living grant with {@link OAuth2Tokens}
     * @throws RefreshException if there is none to be had
     */
    String current(Grant grant) throws RefreshException;

    /**
     * A token other than one that the upstream has just refused. Nothing is asked if somebody else has refreshed since.
     *
     * @throws RefreshException if there is none to be had
     */
    String after(Grant grant, String refused) throws RefreshException;
}
