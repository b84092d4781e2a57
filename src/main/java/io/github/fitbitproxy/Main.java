package io.github.fitbitproxy;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts the service. With the single argument {@code health} it asks the one that runs on this machine instead and ends
 * with 0 if it is ready: containers have neither a shell nor curl for that.
 */
@QuarkusMain
public final class Main {

    Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("health")) {
            System.exit(HealthQuestion.ask(System.getenv()) ? 0 : 1);
        }
        Quarkus.run(arguments);
    }
}
