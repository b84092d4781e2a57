package io.github.fitbitproxy.simulator.fitbit;

import io.github.fitbitproxy.simulator.http.Answer;

/** A call that the API answers with an error. */
final class RefusedCall extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    private RefusedCall(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    static RefusedCall validation(String fieldName, String message) {
        return new RefusedCall(Answer.validation(fieldName, message));
    }

    /** The vendor's documented-but-broken period {@code max} ended like this. */
    static RefusedCall broken() {
        return new RefusedCall(Answer.error(
                500,
                "request",
                "500",
                "An error occurred with the Fitbit Web API while processing the request. Error id: "
                        + "00000000-0000-4000-8000-000000000000"));
    }
}
