package io.github.fitbitproxy.model;

import java.util.List;

/**
 * One kind of daily data.
 *
 * @param name the path segment and the store's key, such as {@code sleep}
 * @param type the record that tells it
 * @param rhythm how often a day's figures change
 * @param columns what a flat row tells of it: the JSON names in their order, nested ones joined by a dot, lists left out
 */
public record DataKind<T extends Day<T>>(String name, Class<T> type, Rhythm rhythm, List<String> columns) {

    public DataKind {
        columns = List.copyOf(columns);
    }

    @Override
    public String toString() {
        return name;
    }
}
