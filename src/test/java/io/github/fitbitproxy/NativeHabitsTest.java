package io.github.fitbitproxy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.fitbitproxy.cache.Answers;
import io.netty.buffer.ByteBuf;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a native executable would trip over, found without building one. */
class NativeHabitsTest {

    private static final String ROOT = "io.github.fitbitproxy";

    private static final JavaClasses MAIN =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(ROOT);

    private static boolean calls(JavaCall<?> call, Class<?> owner, String method) {
        return call.getTargetOwner().isAssignableTo(owner) && call.getName().matches(method);
    }

    @Test
    void nobodyLooksClassesUpAtRunTime() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
                                .and(
                                        describe(
                                                "that look up",
                                                type -> !type.getSimpleName()
                                                        .matches(
                                                                "LambdaMetafactory|StringConcatFactory|TypeDescriptor|CallSite|ParameterizedType|Type"))))
                .orShould()
                .callMethodWhere(describe(
                        "look a class up by its name",
                        call -> calls(
                                        call,
                                        Class.class,
                                        "forName|newInstance|getDeclared.*|getMethods?|getConstructors?|getFields?")
                                || calls(call, ClassLoader.class, "loadClass|defineClass")
                                || calls(call, java.util.ServiceLoader.class, "load.*")))
                .check(MAIN);
    }

    /** The tree model and streaming need no registration; reading into a type of ours does. */
    @Test
    void jsonIsReadAsATree() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "bind JSON to a type",
                        call -> call.getTargetOwner().getPackageName().equals("com.fasterxml.jackson.databind")
                                && call.getName()
                                        .matches("readValues?|treeToValue|convertValue|readerFor.*|updateValue")))
                .check(MAIN);
    }

    /** A field that is filled while the executable is built would be the same in every process that runs it. */
    @Test
    void nothingThatBelongsToOneProcessIsStatic() {
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(assignableTo(Random.class)
                        .or(assignableTo(Thread.class))
                        .or(assignableTo(Executor.class))
                        .or(assignableTo(java.util.UUID.class))
                        .or(assignableTo(java.net.InetAddress.class))
                        .or(assignableTo(java.net.http.HttpClient.class))
                        .or(assignableTo(java.time.Clock.class)))
                .check(MAIN);
    }

    /** Static fields are filled while the executable is built, which stops at a buffer: its memory is not the process's. */
    @Test
    void noBufferIsStatic() {
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(describe("that holds a buffer", NativeHabitsTest::holdsBuffer))
                .check(MAIN);
    }

    private static boolean holdsBuffer(JavaClass type) {
        return type.isAssignableTo(Buffer.class)
                || type.isAssignableTo(ByteBuf.class)
                || MAIN.contain(type.getName())
                        && type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .anyMatch(field -> !field.getRawType().equals(type) && holdsBuffer(field.getRawType()));
    }

    /** A file of settings for one profile is left out of an executable that was built in another. */
    @Test
    void settingsOfProfilesStandInTheOneFile() throws IOException {
        try (Stream<Path> resources = Files.list(Path.of("src/main/resources"))) {
            assertThat(resources.map(file -> file.getFileName().toString()))
                    .contains("application.properties")
                    .noneMatch(name -> name.matches("application-.*|application\\.ya?ml"));
        }
        assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
                .contains("%demo.simulator.enabled=true", "%demo-oauth1.quarkus.config.profile.parent=demo");
    }

    /** What is written through {@code ObjectMapper} is registered, down to the last record inside it. */
    @Test
    void registersEveryRecordThatARegisteredRecordHolds() {
        Set<Class<?>> registered = MAIN.stream()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .flatMap(type -> Arrays.stream(
                        type.getAnnotationOfType(RegisterForReflection.class).targets()))
                .collect(Collectors.toSet());
        assertThat(registered).isNotEmpty();
        Set<String> forgotten = new TreeSet<>();
        for (Class<?> type : registered) {
            for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
                ours(component.getGenericType().getTypeName())
                        .filter(held -> held.isRecord() && !registered.contains(held))
                        .forEach(held -> forgotten.add(held.getName() + " in " + type.getName()));
            }
        }
        assertThat(forgotten).isEmpty();
    }

    private static Stream<Class<?>> ours(String type) {
        return Pattern.compile("io\\.github\\.fitbitproxy\\.[\\w.$]+")
                .matcher(type)
                .results()
                .map(name -> MAIN.get(name.group()).reflect());
    }

    @Test
    void onlyRegisteringClassesWriteObjectsAsJson() {
        noClasses()
                .that()
                .areNotAnnotatedWith(RegisterForReflection.class)
                .should()
                .callMethodWhere(describe(
                        "write an object that is no tree",
                        call -> call.getTargetOwner().getPackageName().equals("com.fasterxml.jackson.databind")
                                && call.getName().matches("valueToTree|writeValue(AsString|AsBytes)?")
                                && call.getOrigin().getRawParameterTypes().stream()
                                        .noneMatch(NativeHabitsTest::isTree)))
                .check(MAIN);
    }

    private static boolean isTree(JavaClass type) {
        return type.isAssignableTo(com.fasterxml.jackson.databind.JsonNode.class);
    }

    /** Files among the classes are left out of a native executable unless they are named. */
    @Test
    void namesEveryResourceThatIsRead() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        Matcher includes = Pattern.compile("(?m)^quarkus\\.native\\.resources\\.includes=(.*)$")
                .matcher(settings);
        assertThat(includes.find()).isTrue();
        List<String> named = List.of(includes.group(1).split(","));
        Set<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(source);
                if (text.contains(".getResource")) {
                    Pattern.compile("\"/?([a-z][a-z-]*)/")
                            .matcher(text)
                            .results()
                            .map(folder -> folder.group(1))
                            .filter(folder -> Files.isDirectory(Path.of("target/classes", folder)))
                            .forEach(read::add);
                    assertThat(read).as("the folder that %s reads from", source).isNotEmpty();
                }
            }
        }
        assertThat(read).contains("problems");
        assertThat(read).allSatisfy(folder -> assertThat(named).anyMatch(glob -> glob.startsWith(folder + "/")));
    }

    /** Caffeine finds the implementation of a cache by a name made of its features; Quarkus registers the usual ones. */
    @Test
    void registersTheCachesThatAreBuilt() throws ReflectiveOperationException {
        Set<String> registered = MAIN.stream()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .flatMap(type -> Arrays.stream(
                        type.getAnnotationOfType(RegisterForReflection.class).classNames()))
                .collect(Collectors.toSet());
        List<Field> caches = MAIN.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Cache.class))
                .map(field -> field.reflect())
                .toList();
        assertThat(caches).extracting(Field::getDeclaringClass).containsExactly(Answers.class);
        caches.get(0).setAccessible(true);
        Cache<?, ?> cache = (Cache<?, ?>) caches.get(0).get(new Answers());
        assertThat(registered).contains(cache.asMap().getClass().getName());
    }
}
