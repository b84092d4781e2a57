package io.github.fitbitproxy.upstream.fitbit;

import java.util.List;

/** Something that reads data of certain scopes ("Application Scopes"). What all of them need is asked for when connecting. */
interface ScopedSource {

    List<String> scopes();
}
