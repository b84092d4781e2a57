package io.github.fitbitproxy.day;

import io.github.fitbitproxy.upstream.UpstreamFailure;

/** Why a day of a range is not there. */
public sealed interface Absence {

    /** The upstream did not tell it. */
    record Failed(UpstreamFailure failure) implements Absence {}

    /** It lies in the wearer's future. */
    record Future() implements Absence {}

    /** One request asks for so much only, and this day was not among it. */
    record NotFetched() implements Absence {}

    /** It is not stored, and the client wants nothing but what is stored (RFC 9111 §5.2.1.7). */
    record NotStored() implements Absence {}

    /** The store cannot be read. */
    record StoreFailed() implements Absence {}
}
