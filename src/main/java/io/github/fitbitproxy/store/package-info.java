/**
 * Keeps things in SQLite (one file) or PostgreSQL (several replicas), chosen when the program starts. It implements seams
 * that other packages declare; nobody imports it.
 */
@NullMarked
package io.github.fitbitproxy.store;

import org.jspecify.annotations.NullMarked;
