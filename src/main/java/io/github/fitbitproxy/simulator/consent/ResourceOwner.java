package io.github.fitbitproxy.simulator.consent;

/**
 * Somebody who can grant access.
 *
 * @param id the encoded id
 * @param description one plain sentence for the consent page
 */
public record ResourceOwner(String id, String name, String description) {}
