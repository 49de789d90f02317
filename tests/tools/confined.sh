#!/usr/bin/env bash
# Runs the program as the image has it, with the descriptors of deploy/. With more of them it holds ten thousand idle
# connections first. Then it answers a million requests without growing; then clients hold on in every way that they can,
# more of them than there is room for: it must stay within the memory of deploy/, with what the system keeps for it, and
# serve somebody else each time; and it is stopped under load. Run from the root of the repository.
# Needs cargo, python3 and ss (Debian package iproute2). Takes ten minutes or more, and a release build.
set -euo pipefail

unit=deploy/systemd/signpost.service
deploy/build.sh target/confined "${SIGNPOST_TOOLS:-$PWD/target/tools}"
ulimit -Sn 20000
python3 -B tests/tools/kept.py target/confined/signpost
ulimit -n "$(sed -n 's/^LimitNOFILE=//p' "$unit")" -c 0
python3 -B tests/tools/confined.py target/confined/signpost "$(sed -n 's/^MemoryMax=\(.*\)M$/\1/p' "$unit")"
