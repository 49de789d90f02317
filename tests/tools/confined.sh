#!/usr/bin/env bash
# Runs the program as the image has it, with the descriptors of deploy/, and lets clients hold on in every way that they
# can, more of them than there is room for. It must stay within the memory of deploy/, and serve somebody else each
# time. Then it answers a million requests without growing, and is stopped under load. Before all
# that, with more allowed, it holds ten thousand idle connections. Run from the root of the repository.
# Needs cargo, python3 and ss (Debian package iproute2). Takes five minutes or more, and a release build.
set -euo pipefail

unit=deploy/systemd/signpost.service
deploy/build.sh target/confined "${SIGNPOST_TOOLS:-$PWD/target/tools}"
ulimit -Sn 20000
python3 -B tests/tools/kept.py target/confined/signpost
ulimit -n "$(sed -n 's/^LimitNOFILE=//p' "$unit")" -c 0
python3 -B tests/tools/confined.py target/confined/signpost "$(sed -n 's/^MemoryMax=\(.*\)M$/\1/p' "$unit")"
