package io.github.fitbitproxy.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Who seems to call, before anything is checked.
 *
 * @param path without a query, the caller's own id written as the vendor's word for oneself
 * @param credential the token of the call, of whatever kind; empty if there is none
 * @param owner the encoded id of whoever it belongs to; null if nobody can be made out
 */
record Caller(String path, String credential, @Nullable String owner) {}
