#!/usr/bin/env bash
# Shows that the canary sings: the test that looks for marks of a request must fail, with its own message, in a
# copy of the program that leaks in one place. Run from the repository root; the first build takes minutes.
set -euo pipefail

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | xargs -0 cp --parents -t "$copy"

leaks=0

# leak SHOWN FILE FROM TO: with TO in the place of FROM, the canary must be seen as SHOWN says.
leak() {
    local shown=$1 file="$copy/$2" from=$3 to=$4 sound output
    sound=$(<"$file")
    if [[ $(grep -cF -- "$from" "$file") != 1 ]]; then
        echo "the code has changed: not one line of $2 holds $from"
        exit 1
    fi
    printf '%s\n' "${sound/"$from"/"$to"}" >"$file"
    if output=$(CARGO_TARGET_DIR="$PWD/target/canary_leak" cargo test --locked --manifest-path "$copy/Cargo.toml" \
        --test it canary 2>&1); then
        echo "the canary did not see that $shown"
        exit 1
    fi
    if ! grep -q 'the canary was seen' <<<"$output" || ! grep -q "^$shown" <<<"$output"; then
        tail -n 40 <<<"$output"
        echo "the test failed, but not because $shown"
        exit 1
    fi
    printf '%s\n' "$sound" >"$file"
    echo "seen: $(grep -m1 "^$shown" <<<"$output")"
    leaks=$((leaks + 1))
}

leak 'standard output shows' src/http/telemetry/route.rs \
    'request.match_pattern()' 'Some(request.path().to_owned())'
leak '/metrics shows' src/http/telemetry/requests.rs \
    'metrics.count(route.clone(), self.method,' 'metrics.count(route.clone(), request.path().to_owned().leak(),'
leak 'standard error shows' src/http/middleware.rs \
    'next.call(request)' '{ eprintln!("{:?}", request.headers()); next.call(request) }'
leak 'an answer shows' src/intake/schema.rs \
    '(FaultCode::NotAllowed, words(schema.get("enum")))' \
    '(FaultCode::NotAllowed, vec![error.instance().to_string()])'
leak 'standard output shows a key' src/http/callers/guard.rs \
    'pass.key = Some(key.name.clone())' \
    'pass.key = presented(request.headers()).map(|key| String::from_utf8_lossy(key).into())'
leak 'standard error shows a fact' src/http/read_body.rs \
    'Ok(intake.read(&bytes)?)' \
    '{ let read = intake.read(&bytes)?; eprintln!("{}", String::from_utf8_lossy(&bytes)); Ok(read) }'
leak 'standard error shows an address' src/http/middleware.rs \
    'let mut pass = None;' 'let mut pass = None; eprintln!("{:?}", exchange.as_ref().and_then(Exchange::address));'

echo "the canary saw each of $leaks leaks"
