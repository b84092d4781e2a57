package io.github.fitbitproxy.simulator.http;

/** A decoded name and value from a query, a form or an OAuth header. */
public record Parameter(String name, String value) {}
