#!/usr/bin/env bash
# Asks one worker for twice what it can answer, on 512 kept connections, and compares with half of it: each request has its
# own answer or 503 at once, and whoever is answered waits hardly longer. That nothing is lost and nothing another's is
# checked; times are printed, and are those of this machine at this moment: quote their ratios.
#
# The service and those who ask each have a core. Takes two minutes a round (ROUNDS, SECONDS_EACH). Run from the root of
# the repository. Needs cargo, curl and taskset (Debian packages curl and util-linux), and a release build.
set -euo pipefail

seconds=${SECONDS_EACH:-60}
rounds=${ROUNDS:-1}
connections=512
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT

cargo build --quiet --locked --release --bin signpost --example overload
ulimit -n 4096
taskset -c 0 target/release/signpost --bind 127.0.0.1:28090 --workers 1 --connections 1024 "$@" >/dev/null 2>"$work/log" &
server=$!
until curl -fsS -o /dev/null http://127.0.0.1:28090/health/ready 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
done

# ask CONNECTIONS A_SECOND SECONDS: how many were answered, refused, lost and mixed up, and milliseconds: of those who were
# answered the half and 99 of 100, of those who were refused 99 of 100.
ask() { taskset -c 1 target/release/examples/overload 127.0.0.1:28090 "$@"; }

printf '%28s %10s %9s %9s %5s %6s %8s %8s %12s\n' '' asked/s answered refused lost mixed 'half ms' '99 ms' 'refused 99'
# row NAME CONNECTIONS A_SECOND SECONDS
row() {
    local name=$1 seen
    shift
    seen=$(ask "$@") || { echo "$name: $seen"; echo "a request was lost, or had another's answer"; exit 1; }
    read -r answered refused lost mixed half most late <<<"$seen"
    printf '%28s %10s %9s %9s %5s %6s %8s %8s %12s\n' "$name" "$2" "$answered" "$refused" "$lost" "$mixed" "$half" "$most" "$late"
}

for _ in $(seq "$rounds"); do
    row 'as much as it can' 8 0 5
    capacity=$((answered / 5))
    row 'half of it' "$connections" $((capacity / 2)) $((seconds / 3))
    calm=$most
    row 'twice' "$connections" $((capacity * 2)) "$seconds"
    awk -v calm="$calm" -v most="$most" -v n="$answered" -v c="$capacity" -v s="$seconds" 'BEGIN {
        printf "%28s %.2f times as long as at half (99 of 100), %.0f %% of what it can answered\n", "", most / calm, n / s / c * 100
    }'
done
