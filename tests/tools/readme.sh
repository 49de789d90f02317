#!/usr/bin/env bash
# Starts the service with the first command of the README and makes each of its curl calls as written.
# What the answers must be is held by `cargo test`; this shows that the commands themselves work.
set -euo pipefail

command=$(grep -m1 -E '^\$ cargo run' README.md | sed 's/^\$ //')
log=$(mktemp)
$command >/dev/null 2>"$log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$log"' EXIT

# The first build takes minutes; the service says when it listens.
until grep -q 'listens on' "$log"; do
    kill -0 "$server" 2>/dev/null || { cat "$log"; exit 1; }
    sleep 0.2
done

calls=0
while IFS= read -r call; do
    echo "$call"
    # The service never answers nothing: an empty answer is a call that did not work.
    answer=$(bash -c "${call/curl/curl -sS}")
    test -n "$answer"
    calls=$((calls + 1))
done < <(awk '/^\$ curl/ { on = 1 } on { line = line $0; if (/\\$/) sub(/\\$/, "", line); else { sub(/^\$ /, "", line); print line; line = ""; on = 0 } }' README.md)

test "$calls" -ge 3
kill -TERM "$server"
wait "$server" && echo "$calls calls answered; stopped in good order"
