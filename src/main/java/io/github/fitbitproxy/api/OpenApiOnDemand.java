package io.github.fitbitproxy.api;

import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the OpenAPI document alone until somebody asks for it. Quarkus 3.37 reads and writes it again at every start, which is
 * an eighth of a start and of use to few. Later versions wait, too (Quarkus' issue 54826): then this can go.
 */
@OnDemand
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class OpenApiOnDemand {

    private final Queue<InvocationContext> postponed = new ArrayDeque<>();

    /** Postpones the preparations until the document is asked for, which is always in some format. */
    @AroundInvoke
    synchronized @Nullable Object postpone(InvocationContext call) throws Exception {
        if (Arrays.stream(call.getParameters()).noneMatch(Format.class::isInstance)) {
            postponed.add(call);
            return null;
        }
        while (!postponed.isEmpty()) {
            postponed.remove().proceed();
        }
        return call.proceed();
    }
}
