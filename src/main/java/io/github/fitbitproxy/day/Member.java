package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who lives here.
 *
 * @param upstream who tells about the person, by public name; {@code null} if there is no saying
 */
public record Member(Person person, @Nullable String upstream, Connection connection) {}
