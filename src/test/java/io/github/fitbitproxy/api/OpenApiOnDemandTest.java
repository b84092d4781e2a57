package io.github.fitbitproxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.openapi.runtime.io.Format;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiOnDemandTest {

    private final OpenApiOnDemand onDemand = new OpenApiOnDemand();
    private final List<String> done = new ArrayList<>();

    @Test
    void preparesNothingUntilTheDocumentIsAskedFor() throws Exception {
        onDemand.postpone(preparation());
        assertThat(done).isEmpty();

        assertThat(onDemand.postpone(question())).isEqualTo("answered");
        assertThat(done).containsExactly("prepared", "answered");
    }

    @Test
    void preparesOnce() throws Exception {
        onDemand.postpone(preparation());
        onDemand.postpone(question());
        onDemand.postpone(question());
        assertThat(done).containsExactly("prepared", "answered", "answered");
    }

    private InvocationContext preparation() {
        return call("prepared", "<default>");
    }

    private InvocationContext question() {
        return call("answered", "<default>", Format.YAML);
    }

    private InvocationContext call(String does, Object... parameters) {
        return (InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InvocationContext.class}, (call, method, arguments) -> {
                    if (method.getName().equals("getParameters")) {
                        return parameters;
                    }
                    assertThat(method.getName()).isEqualTo("proceed");
                    done.add(does);
                    return does;
                });
    }
}
