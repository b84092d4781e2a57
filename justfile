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
    docker build -f docker/Dockerfile -t fitbit-proxy .
