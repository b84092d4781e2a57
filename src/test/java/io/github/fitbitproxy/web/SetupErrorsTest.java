package io.github.fitbitproxy.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.oauth.ConnectingFailure;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetupErrorsTest {

    @Test
    void saysThatTheStoreFailsAndNoMore() {
        Response response =
                new SetupErrors().storeUnavailable(new UncheckedIOException(new IOException("password=secret")));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getEntity().toString())
                .contains("/problems/store-unavailable")
                .doesNotContain("secret");
    }

    @Test
    void hasAPageForEveryProblem() {
        Stream<Problem> problems = Stream.concat(
                Stream.<ConnectingFailure>of(
                                new ConnectingFailure.UnknownUpstream("r"),
                                new ConnectingFailure.BadRequest("r"),
                                new ConnectingFailure.Configured("r"),
                                new ConnectingFailure.ProviderUnavailable("r"),
                                new ConnectingFailure.ClientRefused("r"),
                                new ConnectingFailure.VerifierRefused("r"),
                                new ConnectingFailure.ClockOff("r"),
                                new ConnectingFailure.ConsentRefused("r"),
                                new ConnectingFailure.ConnectionUnknown("r"))
                        .map(SetupProblems::of),
                Stream.of(
                        SetupProblems.adminTokenRequired(),
                        SetupProblems.unreadable("r"),
                        SetupProblems.storeUnavailable()));
        List<Problem> all = problems.toList();
        assertThat(ConnectingFailure.class.getPermittedSubclasses()).hasSize(all.size() - 3);
        assertThat(all)
                .allSatisfy(problem -> assertThat(Files.readString(Path.of("docs/problems/" + problem.type() + ".md")))
                        .contains("# " + problem.title())
                        .contains("`" + problem.type() + "`, status " + problem.status()));
    }
}
