package io.github.fitbitproxy.web;

import io.github.fitbitproxy.model.Person;
import org.jspecify.annotations.Nullable;

/** Reads people's names out of requests. */
final class PersonNames {

    private PersonNames() {}

    /** @param name {@code null} for {@link Person#ME} */
    static Person of(@Nullable String name) throws BadRequest {
        if (name == null) {
            return Person.ME;
        }
        if (!Person.isName(name)) {
            throw new BadRequest("A person's name has 1 to 40 of the characters a-z 0-9 . _ - and begins with a letter"
                    + " or digit.");
        }
        return new Person(name);
    }
}
