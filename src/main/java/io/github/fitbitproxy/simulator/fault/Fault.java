package io.github.fitbitproxy.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on demand. The name in JSON is the same in lower case with hyphens: {@code status-503}. */
public enum Fault {
    /** 401, the signature or token refused. */
    UNAUTHORISED,
    /** 401, the wearer took the permission back. */
    REVOKED_TOKEN,
    /** 403, one kind of data not allowed. */
    FORBIDDEN,
    /** Google: 403 that does not say why. */
    FORBIDDEN_WITHOUT_REASON,
    /** 429 with the right {@code Retry-After} and reset headers. */
    RATE_LIMITED,
    /** 429 with neither. */
    RATE_LIMITED_WITHOUT_HEADERS,
    /** 429 with a {@code Retry-After} of one second against the true reset. */
    RATE_LIMITED_CONTRADICTORY,
    /** 500 with the vendor's JSON. */
    STATUS_500,
    /** 502 with a gateway's HTML. */
    STATUS_502,
    /** 503 with an empty body. */
    STATUS_503,
    /** 504 with an empty body. */
    STATUS_504,
    /** 410, as after the service was switched off. */
    GONE,
    /** The right answer, {@code delayMillis} late. */
    SLOW,
    /** No answer, the connection stays open. */
    HANG,
    /** Half of the right answer, then the connection is closed. */
    HANG_UP,
    /** 200 with HTML. */
    HTML,
    /** Half of the right JSON, as if it were all. */
    TRUNCATED_JSON,
    /** The right JSON behind a UTF-8 byte order mark. */
    BYTE_ORDER_MARK,
    /** The right JSON with unknown members in every object. */
    UNKNOWN_FIELDS,
    /** Sleep logs without {@code levels}. */
    MISSING_LEVELS,
    /** Every number in quotes. */
    NUMBERS_AS_STRINGS,
    /** 200 with the body of a day that is still being computed. */
    PENDING,
    /** The simulator's own clock off by {@code seconds}: in {@code Date} and in the check of timestamps. */
    CLOCK_OFF,
    /** What was asked is done, but the connection is closed before a byte of the answer. */
    ANSWER_LOST,
    /** The access token of the call has run out, now and for good: 401 until it is refreshed. */
    EXPIRED_TOKEN,
    /** The person took back the grant that the call uses, for good. */
    REVOKED_GRANT,
    /** The token endpoint's 400 {@code invalid_grant}, as long as the fault is on. */
    INVALID_GRANT,
    /** The token endpoint's 401 {@code invalid_client}. */
    INVALID_CLIENT,
    /** Tokens without the scopes that contain {@code scope}, as if somebody had unticked them. */
    FEWER_SCOPES,
    /** Google: a grant that ends after seven days, as of an app in testing. */
    TESTING_GRANT,
    /** Google: 400, the consented account has no health profile. */
    ACCOUNT_NOT_LINKED,
    /** Google: 412, the same told otherwise. */
    PROFILE_MISSING,
    /** Google: 403, the API is not enabled in the project. */
    SERVICE_DISABLED,
    /** Google: a page holds one point, whatever was asked. */
    PAGES_OF_ONE,
    /** Google: the first page is empty and has a token nevertheless. */
    EMPTY_FIRST_PAGE,
    /** Google: every row of {@code stagesSummary} twice. */
    DOUBLED_STAGES,
    /** Google: the newest sleep of the answer has no stages yet. */
    UNPROCESSED_SLEEP,
    /** Google: the newest sleep of the answer still runs. */
    RUNNING_SLEEP,
    /** Google: devices without their last sync. */
    MISSING_SYNC_TIME,
    /** Google: the end of a daily roll-up counts in. */
    INCLUSIVE_END;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> ofWord(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
