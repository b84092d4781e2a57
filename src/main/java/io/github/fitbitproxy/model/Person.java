package io.github.fitbitproxy.model;

import java.util.regex.Pattern;

/**
 * A member of the household.
 *
 * @param name short, lower case, safe in an address: what {@code person=} says
 */
public record Person(String name) implements Comparable<Person> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    /** Who is meant before anybody gave a name. */
    public static final Person ME = new Person("me");

    /** @throws IllegalArgumentException if {@link #isName} refuses the name */
    public Person {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a person's name has 1 to 40 of the characters a-z 0-9 . _ - and begins with a letter or digit");
        }
    }

    /** Whether this can name a person. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public int compareTo(Person other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
