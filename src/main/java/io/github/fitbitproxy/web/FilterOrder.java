package io.github.fitbitproxy.web;

/** In which order requests are looked at; higher is earlier. Quarkus' own CORS filter stands at 300. */
final class FilterOrder {

    /** Headers come first, so that refusals bear them too. */
    static final int HEADERS = 1000;

    static final int HOST = 900;

    /** Behind CORS: a preflight bears no credentials. */
    static final int READING = 250;

    private FilterOrder() {}
}
