package io.github.fitbitproxy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Which way the arrows run, and what lives where: docs/architecture.md says why. */
class ArchitectureTest {

    private static final String ROOT = "io.github.fitbitproxy.";

    private static final JavaClasses MAIN = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("io.github.fitbitproxy");

    private static final JavaClasses TESTS =
            new ClassFileImporter(List.of(new ImportOption.OnlyIncludeTests())).importPackages("io.github.fitbitproxy");

    @Test
    void arrowsRunFromTheInterfaceToTheModel() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("model")
                .definedBy(ROOT + "model..")
                .layer("config")
                .definedBy(ROOT + "config..")
                .layer("sleep")
                .definedBy(ROOT + "sleep..", ROOT + "activity..")
                .layer("cache")
                .definedBy(ROOT + "cache..")
                .layer("budget")
                .definedBy(ROOT + "budget..")
                .layer("oauth")
                .definedBy(ROOT + "oauth..")
                .layer("upstream")
                .definedBy(ROOT + "upstream")
                .layer("upstream folders")
                .definedBy(ROOT + "upstream.*..")
                .layer("day")
                .definedBy(ROOT + "day..")
                .layer("api")
                .definedBy(ROOT + "api..")
                .layer("web")
                .definedBy(ROOT + "web..")
                .layer("integration")
                .definedBy(ROOT + "integration..")
                .layer("store")
                .definedBy(ROOT + "store..")
                .layer("simulator")
                .definedBy(ROOT + "simulator..")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("config")
                .mayNotAccessAnyLayer()
                .whereLayer("sleep")
                .mayOnlyAccessLayers("model")
                .whereLayer("cache")
                .mayOnlyAccessLayers("model")
                .whereLayer("budget")
                .mayOnlyAccessLayers("model", "config")
                .whereLayer("oauth")
                .mayOnlyAccessLayers("model", "config", "cache", "budget")
                .whereLayer("upstream")
                .mayOnlyAccessLayers("model", "config", "budget", "sleep", "oauth")
                .whereLayer("upstream folders")
                .mayOnlyAccessLayers("upstream", "model", "config", "sleep", "budget", "oauth")
                .whereLayer("day")
                .mayOnlyAccessLayers("cache", "upstream", "budget", "oauth", "config", "model", "sleep")
                .whereLayer("api")
                .mayOnlyAccessLayers("day", "cache", "upstream", "budget", "config", "model")
                .whereLayer("web")
                .mayOnlyAccessLayers("api", "day", "oauth", "upstream", "config", "model")
                .whereLayer("integration")
                .mayOnlyAccessLayers("api", "day", "cache", "config", "model")
                .whereLayer("integration")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("store")
                .mayOnlyAccessLayers("day", "cache", "budget", "oauth", "upstream", "config", "model")
                .whereLayer("store")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("simulator")
                .mayNotAccessAnyLayer()
                .whereLayer("simulator")
                .mayNotBeAccessedByAnyLayer()
                .check(MAIN);
    }

    @Test
    void upstreamFoldersDoNotKnowEachOther() {
        slices().matching(ROOT + "upstream.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal.."))
                .check(MAIN);
    }

    @Test
    void onlyUpstreamsAndOauthCallOut() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "upstream..", ROOT + "oauth..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net.http..",
                                "jakarta.ws.rs.client..",
                                "io.quarkus.rest.client..",
                                "com.github.scribejava..",
                                "io.vertx.core.http.impl..")
                        .or(describe(
                                "an HTTP client",
                                type -> type.getSimpleName().matches("HttpClient|HttpURLConnection|WebClient"))))
                .check(MAIN);
    }

    @Test
    void theModelNeedsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + "model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        ROOT + "model..",
                        "org.jspecify.annotations..",
                        "org.eclipse.microprofile.openapi.annotations.."))
                .check(MAIN);
    }

    @Test
    void nobodyAsksForTheTimeWithoutAClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "config.ClockProducer")
                .should()
                .callMethodWhere(describe("tells the time by itself", ArchitectureTest::tellsTheTimeByItself))
                .check(MAIN);
    }

    private static boolean tellsTheTimeByItself(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean withoutClock = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.time.Clock"));
        return owner.startsWith("java.time.") && call.getName().equals("now") && withoutClock
                || owner.equals("java.time.Clock") && call.getName().startsWith("system")
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis")
                || owner.equals("java.util.Date")
                        && call.getName().equals("<init>")
                        && call.getTarget().getRawParameterTypes().isEmpty();
    }

    @Test
    void oauthMentionsNoVendor() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/github/fitbitproxy/oauth"))) {
            List<Path> mentioning = sources.filter(Files::isRegularFile)
                    .filter(ArchitectureTest::mentionsVendor)
                    .toList();
            assertThat(mentioning).isEmpty();
        }
    }

    private static boolean mentionsVendor(Path source) {
        try {
            String text = Files.readString(source)
                    .toLowerCase(Locale.ROOT)
                    .replace("fitbitproxy", "")
                    .replace("fitbit-proxy", "");
            return text.contains("fitbit") || text.contains("google");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyVoidMethodOfATestClassIsATest() {
        List<Class<? extends Annotation>> marks = List.of(
                Test.class,
                ParameterizedTest.class,
                RepeatedTest.class,
                Property.class,
                BeforeEach.class,
                AfterEach.class,
                BeforeAll.class,
                AfterAll.class);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveNameMatching(".*(Test|IT|Contract)")
                .and()
                .haveRawReturnType(void.class)
                .and()
                .areNotPrivate()
                .should(new ArchCondition<JavaMethod>("be marked as tests") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean marked = marks.stream().anyMatch(method::isAnnotatedWith);
                        events.add(new SimpleConditionEvent(method, marked, method.getFullName() + " is not a test"));
                    }
                })
                .check(TESTS);
    }

    @Test
    void noTestSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
    }

    /** A test that is left out says so in a line, and is counted as skipped: {@link Skip} does both. */
    @Test
    void nobodySkipsATestInSilence() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Skip.class.getName())
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.(junit\\.jupiter\\.api|assertj\\.core\\.api)\\.Assum.*|.*\\.condition\\.(En|Dis)abledIf.*"
                                + "|org\\.junit\\.jupiter\\.api\\.Disabled")
                .check(TESTS);
    }
}
