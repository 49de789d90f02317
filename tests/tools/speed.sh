#!/usr/bin/env bash
# Compares the processor time that the server spends on an answer with that of a handler which
# answers fixed bytes of the same size, side by side in one run, and with what a case note of the same
# facts takes. Quote the ratios, not the times: they are those of this machine at this moment.
#
# Both servers and wrk run on one and the same core. On cores of their own each answer would wake another
# core, and what that costs, which is more than fixed bytes do, would hide what an answer costs.
#
# Needs wrk, curl and taskset (Debian packages wrk, curl and util-linux). Run from the root of the repository.
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
taskset -c "$core" target/release/signpost --bind 127.0.0.1:28080 --workers 1 >/dev/null 2>"$work/log" &
servers+=($!)
until curl -fsS -o /dev/null http://127.0.0.1:28080/health/ready 2>/dev/null; do
    kill -0 "${servers[0]}" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
done

# Processor time of a process so far, in hundredths of a second.
spent() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# Microseconds of processor time that server $1 on port $2 takes to answer body $3, in the form $4 where one is asked for.
measure() {
    local accept=
    [ $# -lt 4 ] || accept="wrk.headers[\"Accept\"] = \"$4\""
    cat >"$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
$accept
wrk.body = [[$3]]
done = function(summary)
    if summary.errors.status > 0 then error("refused") end
    io.write("requests ", summary.requests, "\n")
end
LUA
    local before answered
    before=$(spent "$1")
    answered=$(taskset -c "$core" wrk -t1 -c8 -d"${seconds}s" -s "$work/post.lua" \
        "http://127.0.0.1:$2/v1/advice" | awk '/^requests/ { print $2 }')
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
    echo "  fixed us  answer us  ratio   note us  notes to answers"
    for _ in $(seq "$rounds"); do
        theirs=$(measure "$fixed" "$port" "$body")
        answer=$(measure "${servers[0]}" 28080 "$body")
        note=$(measure "${servers[0]}" 28080 "$body" text/plain)
        awk -v f="$theirs" -v a="$answer" -v n="$note" -v most="$most" 'BEGIN {
            printf "  %8.2f  %9.2f  %5.2f  %8.2f  %5.2f\n", f, a, a / f, n, n / a
            exit n > most * a
        }' || slow=1
    done
    port=$((port + 1))
done
if [ "$slow" = 1 ]; then
    echo "a note takes more than $most times as long as an answer"
    exit 1
fi
