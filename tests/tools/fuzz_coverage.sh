#!/usr/bin/env bash
# Lets libFuzzer look for bytes that break what reads them: a body, a pack, what an operator adds, a file of keys.
# Run from the root of the repository. Needs cargo and a C++ compiler (Debian package g++). Each target takes
# SECONDS_EACH (600); TARGETS names others than all. What it finds is kept in target/tools/fuzz_coverage/found.
set -euo pipefail

seconds=${SECONDS_EACH:-600}
read -ra targets <<< "${TARGETS:-request pack overlay keys}"
here=tests/fuzz/coverage
work="${SIGNPOST_TOOLS:-$PWD/target/tools}/fuzz_coverage"
host=$(rustc -vV | sed -n 's/^host: //p')

# What libFuzzer needs to see which way a run has taken. It says --target, so that what runs while building is left alone.
passes=(-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares)
RUSTFLAGS="--cfg fuzzing -Ccodegen-units=1 ${passes[*]}" cargo build --locked --release --quiet --target "$host" \
    --target-dir "$work/target" --manifest-path "$here/Cargo.toml"

rm -rf "$work/seeds"
mkdir -p "$work/found" "$work/seeds"/{request,pack,overlay,keys}
seeds="$work/seeds"
cp tests/conformance/*.request.json "$seeds/request/"
cp tests/small_pack/sexting_advice/pack.yaml "$seeds/pack/"
cp tests/small_pack/local/pack.yaml "$seeds/overlay/small.yaml"
cp tests/local/pack.yaml "$seeds/overlay/large.yaml"
printf 'helpline sha256:%064d\nschool sha256:%064d expires=2030-01-01 rate=60 # a school\n' 1 2 > "$seeds/keys/keys"
# Words that these files are made of: what is changed at random seldom spells one.
cat tests/small_pack/sexting_advice/*.yaml tests/small_pack/local/*.yaml tests/local/*.yaml | grep -oE '[a-z_]{3,}:' |
    sort -u | sed 's/.*/"&"/' > "$seeds/words"

for target in "${targets[@]}"; do
    mkdir -p "$work/corpus/$target"
    echo "== $target"
    "$work/target/$host/release/$target" "$work/corpus/$target" "$seeds/$target" -max_total_time="$seconds" -timeout=5 \
        -rss_limit_mb=1024 -max_len=20000 -dict="$seeds/words" -artifact_prefix="$work/found/$target-" \
        -print_final_stats=1 -verbosity=0 2>&1 | grep -vE '^(INFO|Dictionary)'
done
