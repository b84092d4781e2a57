#!/bin/sh
# Says how last night was and how far today went. Needs curl and jq.
#   ./last-night.sh [http://raspberrypi.local:8080] [person]
# Where reading needs a key: export FITBIT_PROXY_KEY=your-key
set -eu
base=${1:-http://raspberrypi.local:8080}
who=${2:+?person=$2}

ask() {
    if [ -n "${FITBIT_PROXY_KEY:-}" ]; then
        curl --silent --show-error --fail --header "X-API-Key: $FITBIT_PROXY_KEY" "$base$1$who"
    else
        curl --silent --show-error --fail "$base$1$who"
    fi
}

ask /sleep/today | jq --raw-output 'if .minutesAsleep == null then "\(.date): the night is not known yet"
    else "\(.date): \(.minutesAsleep) min asleep of \(.minutesInBed) (\(.status))" end'
ask /activities/today | jq --raw-output 'if .steps == null then "\(.date): the day is not known yet"
    else "\(.date): \(.steps) steps, \(.distanceMeters) m (\(.status))" end'
