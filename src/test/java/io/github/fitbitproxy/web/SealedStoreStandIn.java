package io.github.fitbitproxy.web;

import io.github.fitbitproxy.oauth.InMemorySealedStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Stands in for the store in tests of the whole service. It can be deleted once a real store is there. */
@Alternative
@Priority(1)
@Singleton
public class SealedStoreStandIn extends InMemorySealedStore {}
