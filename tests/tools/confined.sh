#!/usr/bin/env bash
# Runs the program as the image has it, with the descriptors of deploy/, and lets clients hold on in every way that they
# can, more of them than there is room for. It must stay within the memory of deploy/, and serve somebody else each
# time. Run from the root of the repository. Needs cargo and python3. Takes a minute or two, and a release build.
set -euo pipefail

unit=deploy/systemd/signpost.service
deploy/build.sh target/confined "${SIGNPOST_TOOLS:-$PWD/target/tools}"
ulimit -n "$(sed -n 's/^LimitNOFILE=//p' "$unit")" -c 0
python3 -B tests/tools/confined.py target/confined/signpost "$(sed -n 's/^MemoryMax=\(.*\)M$/\1/p' "$unit")"
