package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.day.DayStore;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.TakeoutArchive;
import io.github.fitbitproxy.support.TakeoutArchive.Log;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Account exports over HTTP, and what is answered from them. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class ImportTest {

    private static final String LIVE_PERSON = "me";

    @TempDir
    static Path folder;

    @Inject
    DayStore store;

    @ConfigProperty(name = "proxy.data-dir")
    Path dataDir;

    private static Response send(String person, byte[] body) {
        return given().header("Authorization", "Bearer admin-token-of-the-tests")
                .contentType("application/octet-stream")
                .body(body)
                .post("/setup/import?person=" + person);
    }

    private static Response send(String person, TakeoutArchive archive) throws IOException {
        return send(person, Files.readAllBytes(archive.zip(folder.resolve(person + ".zip"))));
    }

    private static List<JsonPath> lines(Response response) {
        return response.then()
                .statusCode(200)
                .contentType(startsWith("application/x-ndjson"))
                .extract()
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
    }

    private static JsonPath last(List<JsonPath> lines) {
        return lines.get(lines.size() - 1);
    }

    private static Response delete(String person) {
        return given().header("Authorization", "Bearer admin-token-of-the-tests")
                .delete("/setup/people/" + person);
    }

    @Test
    void answersEverythingForSomebodyWhoHasNothingButAnExport() throws IOException {
        TakeoutArchive archive = TakeoutArchive.of("2024-02-10", "2024-03-25", "Europe/Berlin");

        List<JsonPath> lines = lines(send("anna", archive));

        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(lines.get(0).getString("state")).isEqualTo("running");
        JsonPath done = last(lines);
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getString("upstream")).isEqualTo("takeout");
        assertThat(done.getInt("filesRefused")).isZero();
        assertThat(done.getInt("filesRead")).isEqualTo(done.getInt("files"));
        assertThat(done.getInt("days.activities")).isEqualTo(archive.told().size());
        assertThat(done.getInt("daysChanged.activities"))
                .isEqualTo(archive.told().size());

        Log night = archive.logs().stream()
                .filter(log -> log.main() && log.type().equals("stages"))
                .findFirst()
                .orElseThrow();
        given().get("/sleep/" + night.date() + "?person=anna")
                .then()
                .statusCode(200)
                .body("minutesAsleep", equalTo(night.asleep()))
                .body("upstream", equalTo("takeout"))
                .body("status", equalTo("final"));
        given().get("/sleep/" + night.date() + "/timeline?person=anna")
                .then()
                .statusCode(200)
                .body("upstream", equalTo("takeout"))
                .body("logs[0].segments.size()", org.hamcrest.Matchers.greaterThan(10));
        given().get("/activities/2024-03-01?person=anna")
                .then()
                .body(
                        "steps",
                        equalTo(archive.told()
                                .get(LocalDate.parse("2024-03-01"))
                                .steps()));
        given().get("/activities?from=2024-02-01&to=2024-03-30&person=anna")
                .then()
                .body("days", hasSize(archive.told().size()))
                .body("missing", hasSize(14))
                .body("missing[0].reason", equalTo("not-stored"));
        given().get("/sleep/analysis?from=2024-02-12&to=2024-03-20&person=anna")
                .then()
                .statusCode(200)
                .body("metrics.minutesAsleep.value", org.hamcrest.Matchers.notNullValue());
        given().get("/status")
                .then()
                .body("people.find { it.person == 'anna' }.upstream", equalTo("takeout"))
                .body(
                        "people.find { it.person == 'anna' }.days.activities.count",
                        equalTo(archive.told().size()));
        given().get("/sleep/2019-01-01?person=anna").then().statusCode(200).body("logs", hasSize(0));
        given().get("/sleep/today?person=anna").then().statusCode(200).body("status", equalTo("partial"));

        delete("anna").then().statusCode(204);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        TakeoutArchive archive = TakeoutArchive.of("2023-02-10", "2023-03-05", "Europe/Berlin");
        lines(send("twice", archive));
        String before = given().get("/activities/2023-02-20?person=twice").asString();

        JsonPath again = last(lines(send("twice", archive)));

        assertThat(again.getInt("days.activities")).isEqualTo(archive.told().size());
        assertThat(again.getInt("daysChanged.activities")).isZero();
        assertThat(again.getInt("daysChanged.sleep")).isZero();
        assertThat(given().get("/activities/2023-02-20?person=twice").asString())
                .isEqualTo(before);
        delete("twice").then().statusCode(204);
    }

    @Test
    void takesExportsInAnyOrderAndChangesNothingTheSecondTime() throws IOException {
        Predicate<String> isLater = name -> name.contains("2018-03-12") && !name.startsWith("weight");
        TakeoutArchive[] brought = {
            TakeoutArchive.of("2018-02-10", "2018-04-05", "UTC").only(isLater.negate()),
            TakeoutArchive.of("2018-02-10", "2018-04-05", "UTC").only(isLater.or("Profile.csv"::equals)),
            TakeoutArchive.of("2018-02-10", "2018-03-20", "UTC")
        };
        for (TakeoutArchive archive : brought) {
            lines(send("emil", archive));
        }
        String before = given().get("/activities?from=2018-02-10&to=2018-04-05&person=emil")
                .asString();

        for (TakeoutArchive archive : brought) {
            JsonPath again = last(lines(send("emil", archive)));
            assertThat(again.getMap("daysChanged").values()).containsOnly(0);
        }
        assertThat(given().get("/activities?from=2018-02-10&to=2018-04-05&person=emil")
                        .asString())
                .isEqualTo(before);
        JsonPath days = JsonPath.from(before);
        assertThat(days.getString("days.find { it.date == '2018-03-20' }.status"))
                .isEqualTo("final");
        assertThat(days.getString("days.find { it.date == '2018-03-30' }.status"))
                .isEqualTo("provisional");
        assertThat(days.getString("days.find { it.date == '2018-03-30' }.deviceSyncedAt"))
                .isNull();
        assertThat(days.getString("days.find { it.date == '2018-04-05' }.status"))
                .isEqualTo("partial");
        delete("emil").then().statusCode(204);
    }

    @Test
    void letsTheCloudTellBeforeTheImportAndTheImportWhereNoDayOfTheCloudIsStored() throws IOException {
        given().get("/sleep/2022-02-20").then().body("upstream", equalTo("demo-fitbit"));
        TakeoutArchive archive = TakeoutArchive.of("2022-02-10", "2022-03-05", "Europe/Berlin");
        lines(send(LIVE_PERSON, archive));

        given().get("/sleep/2022-02-20").then().body("upstream", equalTo("demo-fitbit"));
        given().get("/sleep/2022-02-22")
                .then()
                .body("upstream", equalTo("takeout"))
                .header("Cache-Status", startsWith("fitbit-proxy; hit"));
        given().get("/sleep?from=2022-02-20&to=2022-02-22")
                .then()
                .body("days.upstream", equalTo(List.of("demo-fitbit", "takeout", "takeout")));
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2022-02-22")
                .then()
                .body("upstream", equalTo("demo-fitbit"));
        store.deleteAll(new Person(LIVE_PERSON));
    }

    @Test
    void reportsABadFileAndImportsTheRest() throws IOException {
        JsonPath done = last(lines(send(
                "rest",
                TakeoutArchive.of("2021-02-10", "2021-03-05", "UTC").with("steps-2021-02-10.json", "[{\"dateT"))));

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getInt("filesRefused")).isEqualTo(1);
        assertThat(done.getString("refused[0].file")).endsWith("steps-2021-02-10.json");
        given().get("/activities/2021-02-21?person=rest").then().body("minutesSedentary", equalTo(900));
        delete("rest").then().statusCode(204);
    }

    @Test
    void saysWhyAnUploadIsNotImported() throws IOException {
        send("anna", "<html>sign in</html>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/import-refused"))
                .body("detail", containsString("no zip"));
        send("nobody", TakeoutArchive.of("2021-02-10", "2021-02-11", "UTC").withoutProfile())
                .then()
                .statusCode(422)
                .body("detail", containsString("proxy.time-zone"));
        send("An Na", new byte[0]).then().statusCode(400).body("type", equalTo("/problems/bad-request"));
        given().body(new byte[1]).post("/setup/import").then().statusCode(401);
        try (var left = Files.list(dataDir)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("upload-")))
                    .isEmpty();
        }
    }

    @Test
    void exportsWhatIsStoredAndDeletesIt() throws IOException {
        TakeoutArchive archive = TakeoutArchive.of("2020-02-10", "2020-03-05", "Europe/Berlin");
        lines(send("carl", archive));
        String day = given().get("/sleep/2020-02-21?person=carl").asString().strip();

        Response export = given().header("Authorization", "Bearer admin-token-of-the-tests")
                .get("/setup/people/carl/export");

        export.then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"fitbit-proxy-carl-"));
        List<String> lines = export.asString().lines().toList();
        assertThat(JsonPath.from(lines.get(0)).getString("line")).isEqualTo("header");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"line\":\"note\""))
                .hasSize(1);
        assertThat(lines).contains("{\"line\":\"day\",\"kind\":\"sleep\",\"day\":" + day + "}");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"line\":\"raw\",\"kind\":\"activities\""))
                .hasSize(archive.told().size());
        assertThat(lines).noneMatch(line -> line.contains("demo-secret"));

        delete("carl").then().statusCode(204);
        given().get("/sleep/2020-02-21?person=carl").then().statusCode(404);
        delete("carl").then().statusCode(404).body("type", equalTo("/problems/unknown-person"));
        given().header("Authorization", "Bearer admin-token-of-the-tests")
                .get("/setup/people/carl/export")
                .then()
                .statusCode(404);
        assertThat(store.owners()).noneMatch(owner -> owner.person().name().equals("carl"));
    }

    @Test
    void importsAgainRightAfterADeletion() throws IOException {
        TakeoutArchive archive = TakeoutArchive.of("2019-02-10", "2019-02-14", "UTC");
        lines(send("dora", archive));
        delete("dora").then().statusCode(204);

        JsonPath again = last(lines(send("dora", archive)));

        assertThat(again.getInt("daysChanged.activities"))
                .isEqualTo(archive.told().size());
        given().get("/activities/2019-02-12?person=dora").then().body("upstream", equalTo("takeout"));
        delete("dora").then().statusCode(204);
    }

    @Test
    void deletesNobodyWhomTheConfigurationWouldBringBack() {
        delete(LIVE_PERSON).then().statusCode(409).body("type", equalTo("/problems/configured-connection"));
    }
}
