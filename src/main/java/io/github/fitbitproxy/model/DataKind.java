package io.github.fitbitproxy.model;

/**
 * One kind of daily data.
 *
 * @param name the path segment and the store's key, such as {@code sleep}
 * @param type the record that tells it
 */
public record DataKind<T extends Day<T>>(String name, Class<T> type) {

    @Override
    public String toString() {
        return name;
    }
}
