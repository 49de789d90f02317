#!/usr/bin/env bash
# Throws what nobody has thought of at a running service: requests made from the published document, by schemathesis,
# and bytes, by tests/fuzz. Run from the root of the repository. Needs cargo, and python3 with venv; a second run needs
# no network. Takes two minutes or three; LONGER=10 tries ten times as much, SEED=2 something else. With KEY=1 the
# service asks for a key, which the requests of schemathesis bring.
set -euo pipefail

package=schemathesis==4.32.5
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/fuzz"
document=$PWD/openapi/signpost.json
longer=${LONGER:-1}
seed=${SEED:-1}

# The stamp is written last: a new version, or an install cut short, installs afresh.
if [[ "$(cat "$tools/stamp" 2>/dev/null)" != "$package" ]]; then
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check "$package"
    echo "$package" > "$tools/stamp"
fi

brought=()
if [[ -n "${KEY:-}" ]]; then
    made=$(cargo run --quiet --locked -- key fuzz)
    export SIGNPOST_KEYS="$tools/keys"
    tail -n 1 <<<"$made" >"$SIGNPOST_KEYS"
    brought=(--header "X-API-Key: $(head -n 1 <<<"$made")")
fi
requests="$tools/requests.log"
. tests/tools/service.sh

# What schemathesis found before would be tried first: it starts with an empty folder, so that a seed means the same
# requests each time.
explore() {
    rm -rf "$tools/explored"
    mkdir "$tools/explored"
    (cd "$tools/explored" && "$tools/bin/schemathesis" --no-color run "$document" --url "$service" --checks all \
        --seed "$seed" --generation-database none --continue-on-failure "${brought[@]}" "$@")
}
explore --max-examples $((50 * longer))
explore --max-examples $((1000 * longer)) --include-path /v1/advice
# It leaves alone the headers that the document says nothing of.
for form in text/plain text/markdown; do
    explore --max-examples $((50 * longer)) --include-path /v1/advice --header "Accept: $form"
done
# Whatever is asked for, it is refused: no fault, and nothing to warn of.
explore --max-examples $((10 * longer)) --header 'Accept: image/png' \
    --exclude-checks positive_data_acceptance --warnings off

# Bytes that bring no key would all be refused alike.
[[ -n "${KEY:-}" ]] || python3 -B tests/fuzz/throw.py "${service#http://}" "$seed" $((50000 * longer))

kill -TERM "$server"
wait "$server"
# It has said where it listens and nothing else: no thread of it has panicked.
test "$(wc -l <"$log")" = 1 || { cat "$log" >&2; exit 1; }
# Nor is there anything of the marks that were thrown (see tests/fuzz/mangled.py) in its log.
grep --count '"route"' "$requests"
if grep --text --ignore-case --extended-regexp '[jkqvwxz]{4}' "$requests" >&2; then
    echo "something of a request reached the log" >&2
    exit 1
fi
echo "fuzz: nothing found"
