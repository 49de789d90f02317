#!/usr/bin/env bash
# Starts the service with the first command of the README and makes each curl call of the pages as written, then those of
# tests/conformance/README.md. What the answers must be is held by `cargo test`; this shows that the commands work.
# Run from the root of the repository.
set -euo pipefail

# The first commands of a page that a script runs.
script() {
    awk '/^ *```/ { if (on) exit; on = /```sh/; next } on' "$1"
}

# The commands of the consoles of some pages, a line for each.
consoles() {
    awk '/^```/ { shown = /```console/ } !shown { next } /^\$ / { sub(/^\$ /, ""); on = 1 }
        on { line = line $0; on = sub(/\\$/, "", line) } !on && line { print line; line = "" }' "$@"
}

start=$(script README.md)
vectors=$(script tests/conformance/README.md)
pages=(README.md tests/clients/README.md tests/conformance/README.md)
work=$(mktemp -d)
# The vectors hold on each day on which no review is overdue.
SIGNPOST_TODAY=2026-11-23 $start 2>"$work/log" >/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

# The first build takes minutes; the service says when it listens.
until grep -q 'listens on' "$work/log"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.2
done

# A call may write files, so it is made in a copy.
git checkout-index --all --prefix="$work/copy/"
calls=0
while IFS= read -r call; do
    echo "$call"
    answer=$(cd "$work/copy" && bash -o pipefail -c "${call/curl/curl -sS}")
    # The service never answers nothing: where nothing is printed, the call kept the answer in a file or did not work.
    [[ -n "$answer" || "$call" =~ \ (-o|--output)\  ]]
    calls=$((calls + 1))
done < <(consoles "${pages[@]}" | grep '^curl ')
test "$calls" -ge 3

echo "$vectors"
differences=$(cd tests/conformance && bash -c "$vectors" 2>&1 || true)
test -z "$differences" || { echo "$differences"; exit 1; }

kill -TERM "$server"
wait "$server" && echo "$calls calls of the pages answered, all vectors answered alike; stopped in good order"
