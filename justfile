# One-line names for everyday commands.

# run on the simulator, reloading as you type
dev:
    ./mvnw quarkus:dev

# everything that decides whether a change is good
test:
    ./mvnw verify

format:
    ./mvnw spotless:apply

# the packaged jar on the simulator
demo:
    java -Dquarkus.profile=demo -jar target/quarkus-app/quarkus-run.jar

image:
    docker build -f docker/Dockerfile.jvm -t fitbit-proxy .

# the native executable, in the builder's container
native:
    ./mvnw verify -Dnative -Dquarkus.native.container-build=true

# the jar on an emulated 64-bit ARM; as root, slow
arm64:
    src/test/scripts/arm64-smoke
