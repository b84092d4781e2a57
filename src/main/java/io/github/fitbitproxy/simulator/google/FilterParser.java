package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.google.DataType.Kind;
import io.github.fitbitproxy.simulator.google.Restriction.Member;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the small part of AIP-160 that this API understands (Google Health API, "Filters"), and says what is wrong. */
final class FilterParser {

    private static final String PREFIX = "INVALID_DATA_POINT_FILTER_";

    private final DataType type;
    private final List<FilterToken> tokens;
    private final List<Problem> problems = new ArrayList<>();
    private int position;

    private record Problem(String reason, String description) {}

    private FilterParser(DataType type, String filter) {
        this.type = type;
        this.tokens = FilterToken.of(filter);
    }

    static Filter parse(DataType type, String filter) throws ApiError {
        if (filter.isBlank()) {
            return Filter.NONE;
        }
        return new FilterParser(type, filter).filter();
    }

    private Filter filter() throws ApiError {
        List<List<Restriction>> alternatives = new ArrayList<>();
        List<Restriction> either = new ArrayList<>();
        alternatives.add(either);
        restriction().ifPresent(either::add);
        while (position < tokens.size()) {
            FilterToken joint = tokens.get(position++);
            if (joint.isWord("AND")) {
                either = new ArrayList<>();
                alternatives.add(either);
            } else if (joint.isWord("OR")) {
                if (!type.isSleep()) {
                    throw fatal("EXPRESSION_STRUCTURE", "Only conjunctions are supported.", joint.column());
                }
            } else {
                throw fatal("UNEXPECTED_TOKEN", "Unexpected '" + joint.text() + "'.", joint.column());
            }
            restriction().ifPresent(either::add);
        }
        refuse();
        checkTogether(alternatives);
        refuse();
        return new Filter(alternatives);
    }

    /** Empty if something is wrong with it, which is remembered. */
    private Optional<Restriction> restriction() throws ApiError {
        FilterToken member = next(FilterToken.Kind.WORD);
        FilterToken comparator = next(FilterToken.Kind.COMPARATOR);
        FilterToken literal = position < tokens.size() ? tokens.get(position++) : endOfInput();
        if (!comparator.text().equals(">=") && !comparator.text().equals("<")) {
            return problem(
                    "RESTRICTION_COMPARATOR", "Comparator '" + comparator.text() + "' is not supported.", comparator);
        }
        Optional<Member> known = member(member);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> bound =
                literal.kind() == FilterToken.Kind.STRING ? bound(known.get(), literal.text()) : Optional.empty();
        return bound.isEmpty()
                ? problem("RESTRICTION_COMPARABLE", "'" + literal.text() + "' cannot be compared with.", literal)
                : bound.map(instant ->
                        new Restriction(known.get(), comparator.text().equals(">="), instant));
    }

    private Optional<Member> member(FilterToken token) {
        String[] parts = token.text().split("\\.", 2);
        Optional<DataType> named = DataType.ofSnake(parts[0]);
        if (named.isEmpty()) {
            problem("DATA_TYPE_RESTRICTION", "'" + parts[0] + "' is no data type.", token);
            return Optional.empty();
        }
        if (!named.get().equals(type)) {
            problem("COLLECTION_MISMATCH", "'" + parts[0] + "' is not the type of the collection.", token);
            return Optional.empty();
        }
        Member member = members().get(parts.length < 2 ? "" : parts[1]);
        if (member == null) {
            problem("DATA_TYPE_MEMBER", "Member '" + token.text() + "' is not supported for filtering.", token);
        }
        return Optional.ofNullable(member);
    }

    private Map<String, Member> members() {
        if (type.isSleep()) {
            return Map.of("interval.end_time", Member.END, "interval.civil_end_time", Member.CIVIL_END);
        } else if (type.path().equals("electrocardiogram")) {
            return Map.of("interval.start_time", Member.START);
        } else if (type.kind() == Kind.SESSION) {
            return Map.of("interval.civil_start_time", Member.CIVIL_START);
        } else if (type.kind() == Kind.INTERVAL) {
            return Map.of("interval.start_time", Member.START, "interval.civil_start_time", Member.CIVIL_START);
        } else if (type.kind() == Kind.SAMPLE) {
            return Map.of("sample_time.physical_time", Member.START, "sample_time.civil_time", Member.CIVIL_START);
        }
        return Map.of("date", Member.DATE);
    }

    /** A zone belongs to physical times, and to them only. */
    private static Optional<Instant> bound(Member member, String literal) {
        try {
            if (!member.civil) {
                return Optional.of(OffsetDateTime.parse(literal).toInstant());
            }
            LocalDateTime clock =
                    literal.length() == 10 ? LocalDate.parse(literal).atStartOfDay() : LocalDateTime.parse(literal);
            return member == Member.DATE && literal.length() != 10
                    ? Optional.empty()
                    : Optional.of(clock.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private void checkTogether(List<List<Restriction>> alternatives) {
        List<Restriction> all = alternatives.stream().flatMap(List::stream).toList();
        if (all.stream()
                        .map(restriction -> restriction.member().civil)
                        .distinct()
                        .count()
                > 1) {
            problems.add(new Problem(
                    PREFIX + "MIXED_TIME_RESTRICTIONS",
                    "Physical and civil times must not be mixed. (at line 1, column 1)"));
        } else if (alternatives.stream().allMatch(either -> either.size() == 1)) {
            Optional<Instant> lower = all.stream()
                    .filter(Restriction::lower)
                    .map(Restriction::bound)
                    .max(Instant::compareTo);
            Optional<Instant> upper = all.stream()
                    .filter(restriction -> !restriction.lower())
                    .map(Restriction::bound)
                    .min(Instant::compareTo);
            if (lower.isPresent() && upper.isPresent() && !lower.get().isBefore(upper.get())) {
                problems.add(new Problem(
                        "INVALID_TIME_RANGE", "The start of the range must be before its end. (at line 1, column 1)"));
            }
        }
    }

    private FilterToken next(FilterToken.Kind kind) throws ApiError {
        FilterToken token = position < tokens.size() ? tokens.get(position++) : endOfInput();
        if (token.kind() == FilterToken.Kind.PARENTHESIS) {
            throw fatal("EXPRESSION_STRUCTURE", "Nested expressions are not supported.", token.column());
        } else if (token.kind() == FilterToken.Kind.OTHER) {
            throw fatal("SYNTAX", "Unreadable '" + token.text() + "'.", token.column());
        } else if (token.kind() != kind) {
            throw fatal("MISSING_TOKEN", "Expected another word before '" + token.text() + "'.", token.column());
        }
        return token;
    }

    private FilterToken endOfInput() throws ApiError {
        FilterToken last = tokens.get(tokens.size() - 1);
        throw fatal(
                "UNEXPECTED_END_OF_INPUT",
                "The filter ends too early.",
                last.column() + last.text().length());
    }

    /** Remembers what is wrong with one restriction, and goes on to the next. */
    private <T> Optional<T> problem(String reason, String description, FilterToken token) {
        problems.add(new Problem(PREFIX + reason, description + " (at line 1, column " + token.column() + ")"));
        return Optional.empty();
    }

    private void refuse() throws ApiError {
        if (!problems.isEmpty()) {
            throw ApiError.filter(
                    problems.stream().map(Problem::reason).collect(Collectors.joining(",")),
                    problems.get(0).description());
        }
    }

    private static ApiError fatal(String reason, String description, int column) {
        return ApiError.filter(PREFIX + reason, description + " (at line 1, column " + column + ")");
    }
}
