package io.github.fitbitproxy.simulator.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a filter.
 *
 * @param column where it begins, counted from 1
 */
record FilterToken(Kind kind, String text, int column) {

    enum Kind {
        /** A member, {@code AND} or {@code OR}, or a literal without quotes. */
        WORD,
        COMPARATOR,
        /** A literal, without its quotes. */
        STRING,
        PARENTHESIS,
        /** What belongs to no filter. */
        OTHER
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<word>[\\w.:+-]*\\w)|(?<comparator>>=|<=|!=|<|>|=|:)|\"(?<string>[^\"]*)\"|(?<parenthesis>[()])|(?<other>\\S))");

    static List<FilterToken> of(String filter) {
        List<FilterToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(filter);
        while (matcher.lookingAt()) {
            for (Kind kind : Kind.values()) {
                String group = kind.name().toLowerCase(Locale.ROOT);
                if (matcher.group(group) != null) {
                    int start = kind == Kind.STRING ? matcher.start(group) - 1 : matcher.start(group);
                    tokens.add(new FilterToken(kind, matcher.group(group), start + 1));
                }
            }
            matcher.region(matcher.end(), filter.length());
        }
        return tokens;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
