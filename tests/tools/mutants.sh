#!/usr/bin/env bash
# Shows that the tests notice a fault: cargo-mutants puts one after the other into the engine, and into what compiles
# conditions for it, and a test must go red at each. .cargo/mutants.toml says which faults and which tests.
# Run from the repository root. Takes about half an hour on two cores; what was found stands in target/mutants.
set -euo pipefail

version=27.1.0
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/mutants"
found=target/mutants

# Nothing is done where that version stands already.
cargo install --quiet --locked --version "$version" --root "$tools" cargo-mutants

# Each core has its share, side by side.
rm -rf "$found"
mkdir -p "$found"
shards=$(nproc)
running=()
for ((shard = 0; shard < shards; shard++)); do
    "$tools/bin/cargo-mutants" mutants --shard "$shard/$shards" --sharding round-robin --output "$found/$shard" &
    running+=($!)
done

# A fault that no test noticed, or at which a test did not end, is a failure of its shard.
failed=0
for shard in "${running[@]}"; do
    wait "$shard" || failed=1
done
for outcome in caught missed timeout unviable; do
    echo "$outcome: $(cat "$found"/*/mutants.out/"$outcome.txt" | wc -l)"
done
exit "$failed"
