#!/usr/bin/env bash
# Builds the program twice, as the image has it, in two folders of different names, and compares what comes out: it must
# be the same, byte for byte. Takes twice as long as a release build. Run from the root of the repository; needs cargo.
set -euo pipefail

tools="${SIGNPOST_TOOLS:-$PWD/target/tools}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in one another/and_deeper; do
    mkdir -p "$work/$folder"
    sed -n 's/^!//p' .dockerignore | xargs cp -Rp --parents -t "$work/$folder"
    (cd "$work/$folder" && CARGO_TARGET_DIR="$work/$folder/target" deploy/build.sh out "$tools")
    sha256sum "$work/$folder/out/signpost"
done
cmp "$work/one/out/signpost" "$work/another/and_deeper/out/signpost"
if grep --text --quiet --fixed-strings "$work" "$work/one/out/signpost"; then
    echo "the program says where it was built" >&2
    exit 1
fi
echo "reproducible: both are the same"
