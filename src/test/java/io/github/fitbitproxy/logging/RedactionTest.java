package io.github.fitbitproxy.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String SECRET = "s3cr3tV4lue-_.~0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Router: 12 accepting request GET http://pi:8080/setup/callback?oauth_token=tok&oauth_verifier=%s",
                "GET /setup/callback?state=%s&code=x",
                "GET /setup/callback?code=%s&scope=sleep",
                "code%%3D%s",
                "grant_type=refresh_token&refresh_token=%s&client_id=x",
                "{\"access_token\":\"%s\",\"expires_in\":3599}",
                "{\"access_token\" : \"%s\"}",
                "{clientSecret=%s, person=me}",
                "{\"clientSecret\":\"%s\"}",
                "{\"pasted\": \"%s\"}",
                "Authorization: Bearer %s",
                "authorization=[Bearer %s]",
                "header Authorization, Bearer %s sent",
                "sent Bearer %s to it",
                "Authorization: OAuth oauth_consumer_key=\"x\", oauth_signature=\"%s\"",
                "OAuth oauth_consumer_key=\"x\", oauth_token=\"%s\", oauth_version=\"1.0\"",
                "x-api-key: %s",
                "[X-API-Key: %s]",
                "Cookie: a=b; fitbit-proxy-session=%s; c=d",
                "set-cookie: fitbit-proxy-session=%s;Path=/",
                "jdbc:postgresql://db/x?user=me&password=%s",
                "code_verifier=%s"
            })
    void takesOutWhatStandsBehindANameOfSecrets(String line) {
        assertThat(Redaction.of(line.formatted(SECRET))).doesNotContain(SECRET).contains("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The admin token for /setup is in data/admin-token.",
                "Connecting me to fitbit by OAuth 1.0a.",
                "GET /sleep/today?person=me 200",
                "status code 500 from the cloud",
                "Bearer authentication is needed",
                "fitbit-proxy 1.0.0 on JVM started in 2.1s. Listening on: http://0.0.0.0:8080",
                ""
            })
    void leavesTheRestAlone(String line) {
        assertThat(Redaction.of(line)).isSameAs(line);
    }

    @Property
    void survivesWhateverIsPrinted(@ForAll String text) {
        String once = Redaction.of(text);
        assertThat(Redaction.of(once)).isEqualTo(once);
    }

    @Test
    void cleansRecordsWithTheirParametersAndWhatWasThrown() {
        ExtLogRecord record = new ExtLogRecord(
                Level.TRACE,
                "calling %s",
                ExtLogRecord.FormatStyle.PRINTF,
                getClass().getName());
        record.setLoggerName("io.vertx.Any");
        record.setParameters(new Object[] {"http://x/?code=" + SECRET});
        IllegalStateException cause = new IllegalStateException("refresh_token=" + SECRET);
        cause.addSuppressed(new IllegalStateException("Bearer " + SECRET));
        record.setThrown(new RuntimeException("fine", cause));

        assertThat(new RedactingFilter().isLoggable(record)).isTrue();
        assertThat(record.getFormattedMessage()).isEqualTo("calling http://x/?code=[redacted]");
        StringWriter printed = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString())
                .doesNotContain(SECRET)
                .contains("java.lang.RuntimeException: fine", "IllegalStateException: refresh_token=[redacted]")
                .contains("RedactionTest.cleansRecords");
    }

    @Test
    void dropsTheFineLevelsOfWhatPrintsWholeRows() {
        ExtLogRecord row = new ExtLogRecord(
                Level.TRACE, "FE=> Bind($1=<7391846>)", getClass().getName());
        row.setLoggerName("org.postgresql.core.v3.QueryExecutorImpl");
        assertThat(new RedactingFilter().isLoggable(row)).isFalse();
        ExtLogRecord warning =
                new ExtLogRecord(Level.WARN, "no connection", getClass().getName());
        warning.setLoggerName("org.postgresql.Driver");
        assertThat(new RedactingFilter().isLoggable(warning)).isTrue();
    }
}
