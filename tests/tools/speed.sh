#!/usr/bin/env bash
# Compares the processor time that the server spends on an answer with that of a handler which
# answers fixed bytes of the same size, side by side in one run, with what this service takes to send bytes that are ready
# (those of /v1/sources: what is left is what deciding and writing take), and with what a case note of the same
# facts takes; and what keys, limits and encryption add to it. Quote the ratios, not the times: they are those of this
# machine at this moment.
#
# Both servers and wrk run on one and the same core. On cores of their own each answer would wake another
# core, and what that costs, which is more than fixed bytes do, would hide what an answer costs.
#
# Needs wrk, curl, taskset and openssl (Debian packages wrk, curl, util-linux and openssl). Run from the root of the repository.
set -euo pipefail

seconds=${SECONDS_EACH:-5}
rounds=${ROUNDS:-3}
core=${CORE:-0}
# A note may take so many times as long as an answer.
most=3
work=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

cargo build --quiet --release --bin signpost --example fixed_bytes
# serve PORT OPTIONS: starts a server there.
serve() {
    local port=$1
    shift
    taskset -c "$core" target/release/signpost --bind "127.0.0.1:$port" --workers 1 "$@" >/dev/null 2>"$work/log$port" &
    servers+=($!)
    until grep -qs 'listens on' "$work/log$port"; do
        kill -0 "${servers[-1]}" 2>/dev/null || { cat "$work/log$port"; exit 1; }
        sleep 0.1
    done
}
serve 28080

# Processor time of a process so far, in hundredths of a second.
spent() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# Microseconds of processor time that server $1 takes to answer $2: a GET, or a POST of body $3, sent with header $4 of value
# $5 where there is one.
measure() {
    local header= body=
    [ $# -lt 3 ] || body="wrk.method = \"POST\" wrk.headers[\"Content-Type\"] = \"application/json\" wrk.body = [[$3]]"
    [ $# -lt 5 ] || header="wrk.headers[\"$4\"] = \"$5\""
    cat >"$work/ask.lua" <<LUA
$body
$header
done = function(summary)
    if summary.errors.status > 0 then error("refused") end
    io.write("requests ", summary.requests, "\n")
end
LUA
    local before answered
    before=$(spent "$1")
    answered=$(taskset -c "$core" wrk -t1 -c8 -d"${seconds}s" -s "$work/ask.lua" \
        "$2" | awk '/^requests/ { print $2 }')
    : "${answered:?wrk has measured nothing}"
    awk -v n="$answered" -v t="$(($(spent "$1") - before))" 'BEGIN { printf "%.3f", t * 10000 / n }'
}

port=28081
slow=0
for body in \
    '{"facts":{}}' \
    '{"facts":{"child_age_band":"13_to_15","child_sent_or_posted":"yes","material_kind":"image_or_video"}}' \
    '{"facts":{"child_received":"yes","material_kind":"text_only","adult_involved":"yes"}}'; do
    curl -fsS -o "$work/answer" -H 'Content-Type: application/json' -d "$body" http://127.0.0.1:28080/v1/advice
    taskset -c "$core" target/release/examples/fixed_bytes "$port" "$work/answer" &
    servers+=($!)
    fixed=$!
    until curl -s -o /dev/null "http://127.0.0.1:$port/"; do sleep 0.1; done
    echo "$body: $(wc -c <"$work/answer") bytes"
    echo "  fixed us  ready us  answer us  to fixed  to ready   note us  notes to answers"
    for _ in $(seq "$rounds"); do
        theirs=$(measure "$fixed" "http://127.0.0.1:$port/v1/advice" "$body")
        ready=$(measure "${servers[0]}" http://127.0.0.1:28080/v1/sources)
        answer=$(measure "${servers[0]}" http://127.0.0.1:28080/v1/advice "$body")
        note=$(measure "${servers[0]}" http://127.0.0.1:28080/v1/advice "$body" Accept text/plain)
        awk -v f="$theirs" -v r="$ready" -v a="$answer" -v n="$note" -v most="$most" 'BEGIN {
            printf "  %8.2f  %8.2f  %9.2f  %8.2f  %8.2f  %8.2f  %5.2f\n", f, r, a, a / f, a / r, n, n / a
            exit n > most * a
        }' || slow=1
    done
    port=$((port + 1))
done

# Twenty keys, of which the last is used, and a limit that nobody reaches.
for number in $(seq 20); do
    target/release/signpost key "caller$number" >"$work/made"
    tail -n 1 "$work/made" >>"$work/keys"
done
key=$(head -n 1 "$work/made")
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -days 2 \
    -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
keys=(--keys "$work/keys" --rate 4294967295 --proxies 192.0.2.1)
tls=(--tls-cert "$work/cert.pem" --tls-key "$work/key.pem")
guards=(http "keys and limits" https "TLS" https "keys, limits and TLS")
first=${#servers[@]}
serve 28084 "${keys[@]}"
serve 28085 "${tls[@]}"
serve 28086 "${keys[@]}" "${tls[@]}"
echo "$body, on connections that are kept: times as long as without"
for _ in $(seq "$rounds"); do
    without=$(measure "${servers[0]}" http://127.0.0.1:28080/v1/advice "$body")
    for guard in 0 1 2; do
        with=$(measure "${servers[first + guard]}" "${guards[guard * 2]}://127.0.0.1:$((28084 + guard))/v1/advice" "$body" X-API-Key "$key")
        awk -v a="$without" -v b="$with" -v what="${guards[guard * 2 + 1]}" 'BEGIN { printf "  %-22s %5.2f\n", what, b / a }'
    done
done

if [ "$slow" = 1 ]; then
    echo "a note takes more than $most times as long as an answer"
    exit 1
fi
