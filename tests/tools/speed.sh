#!/usr/bin/env bash
# Compares the processor time that the server spends on an answer with that of a handler which
# answers fixed bytes of the same size, side by side in one run. Quote the ratio, not the times: they
# are those of this machine at this moment.
#
# Needs wrk and curl (Debian packages of the same names). Run from the root of the repository.
set -euo pipefail

seconds=${SECONDS_EACH:-5}
rounds=${ROUNDS:-3}
work=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

cargo build --quiet --release --bin signpost --example fixed_bytes
target/release/signpost --bind 127.0.0.1:28080 --workers 1 >/dev/null 2>"$work/log" &
servers+=($!)
until curl -fsS -o /dev/null http://127.0.0.1:28080/health/ready 2>/dev/null; do
    kill -0 "${servers[0]}" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
done

# Processor time of a process so far, in hundredths of a second.
spent() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# Requests per hundredth of a second of processor time that server $1 on port $2 answers body $3.
measure() {
    cat >"$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[$3]]
done = function(summary)
    if summary.errors.status > 0 then error("refused") end
    io.write("requests ", summary.requests, "\n")
end
LUA
    local before answered
    before=$(spent "$1")
    answered=$(wrk -t1 -c8 -d"${seconds}s" -s "$work/post.lua" "http://127.0.0.1:$2/v1/advice" | awk '/^requests/ { print $2 }')
    awk -v n="$answered" -v t="$(($(spent "$1") - before))" 'BEGIN { printf "%.3f", t * 10000 / n }'
}

port=28081
for body in \
    '{"facts":{}}' \
    '{"facts":{"child_age_band":"13_to_15","child_sent_or_posted":"yes","material_kind":"image_or_video"}}' \
    '{"facts":{"child_received":"yes","material_kind":"text_only","adult_involved":"yes"}}'; do
    curl -fsS -o "$work/answer" -H 'Content-Type: application/json' -d "$body" http://127.0.0.1:28080/v1/advice
    target/release/examples/fixed_bytes "$port" "$work/answer" &
    servers+=($!)
    fixed=$!
    until curl -s -o /dev/null "http://127.0.0.1:$port/"; do sleep 0.1; done
    echo "$body: $(wc -c <"$work/answer") bytes"
    for _ in $(seq "$rounds"); do
        ours=$(measure "${servers[0]}" 28080 "$body")
        theirs=$(measure "$fixed" "$port" "$body")
        awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "  advice %s us, fixed bytes %s us, ratio %.2f\n", a, b, a / b }'
    done
    port=$((port + 1))
done
