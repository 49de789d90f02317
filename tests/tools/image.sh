#!/usr/bin/env bash
# Builds the image of deploy/Containerfile and runs it as deploy/compose.yaml confines it: not as root, on a root
# that is read-only, without capabilities. Takes some ten minutes, so it is not among the checks of every change.
#
# Run from the root of the repository, as root, on Debian with the packages buildah, podman, runc and debootstrap,
# and a Rust toolchain. Keeps its images under target/image and touches no others. Where the public base image is
# out of reach, a fresh Debian of the same release with this machine's toolchain stands in for it.
set -euo pipefail

for tool in buildah podman runc debootstrap curl rustc; do
    command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 1; }
done

store=$PWD/target/image
image=localhost/signpost:checked
address=127.0.0.1:28090
base=$(sed -n 's/^FROM \(\S*\) AS build$/\1/p' deploy/Containerfile)
work=$(mktemp -d)
name=signpost-check-$$
# No service of the system is asked for anything: no overlay, no control group manager, no journal.
export BUILDAH_ISOLATION=chroot
store_options=(--storage-driver vfs --root "$store/root" --runroot "$store/run")
engine=(podman "${store_options[@]}" --runtime runc --cgroup-manager cgroupfs --events-backend file)
trap '"${engine[@]}" rm --force "$name" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

build() { local command=$1; shift; buildah "${store_options[@]}" "$command" "$@"; }

# A store of its own is why the image can have the name of the one that it stands in for.
stand_in() {
    echo "$base is out of reach: standing in with Debian ${base##*-} and $(rustc --version)"
    debootstrap --variant=minbase --include=gcc,libc6-dev "${base##*-}" "$work/root" >/dev/null
    local toolchain container
    toolchain=$(rustc --print sysroot)
    cp "$toolchain"/bin/{cargo,rustc} "$work/root/usr/local/bin/"
    install -d "$work/root/usr/local/lib/rustlib"
    cp -P "$toolchain"/lib/lib* "$work/root/usr/local/lib/"
    cp -R "$toolchain/lib/rustlib/$(rustc --print host-tuple)" "$work/root/usr/local/lib/rustlib/"
    install -d "$work/root/usr/local/share/doc/rust"
    cp -R "$toolchain"/share/doc/rust/{COPYRIGHT-library.html,licenses} "$work/root/usr/local/share/doc/rust/"
    container=$(build from scratch)
    build copy --quiet "$container" "$work/root" /
    build config --env CARGO_HOME=/usr/local/cargo "$container"
    build commit --quiet --rm "$container" "$base"
}

build inspect --type image "$base" >/dev/null 2>&1 || build pull --quiet "$base" || stand_in

# The crates that are here already, and this machine's word on whom to trust for others.
registry=${CARGO_HOME:-$HOME/.cargo}/registry
install -d "$registry"
build bud --layers=false --format docker --file deploy/Containerfile --tag "$image" \
    --volume "$registry:/usr/local/cargo/registry" --volume /etc/ssl/certs:/etc/ssl/certs:ro .

# The engine's own timer for the health check is a systemd unit; here the command is run by hand.
"${engine[@]}" run --detach --name "$name" --no-healthcheck --network host --env "SIGNPOST_BIND=$address" \
    --read-only --cap-drop all --security-opt no-new-privileges --ulimit nofile=4096:4096 --ulimit nproc=512:512 "$image"
until curl --fail --silent --output /dev/null "http://$address/health/ready"; do
    [[ "$("${engine[@]}" inspect --format '{{.State.Running}}' "$name")" == true ]] || { "${engine[@]}" logs "$name"; exit 1; }
    sleep 0.1
done
curl --fail --silent --show-error --output /dev/null --header 'Content-Type: application/json' \
    --data '{"facts": {}}' "http://$address/v1/advice"

status=/proc/$("${engine[@]}" inspect --format '{{.State.Pid}}' "$name")/status
for line in 'Uid:(\t65532){4}' 'CapEff:\t0+' 'NoNewPrivs:\t1'; do
    grep -P "^$line\$" "$status" || { echo "not confined: no $line in its status" >&2; exit 1; }
done
"${engine[@]}" exec "$name" /signpost health
"${engine[@]}" cp "$name:/licences/CRATES" "$work/"
test "$(wc -l <"$work/CRATES")" -ge 100 || { echo "the image does not hold the licences of its crates" >&2; exit 1; }
"${engine[@]}" stop "$name" >/dev/null
test "$("${engine[@]}" inspect --format '{{.State.ExitCode}}' "$name")" = 0
build inspect --type image --format '{{.Docker.Config.Healthcheck.Test}}' "$image" | grep -F '[CMD /signpost health]'
echo "image: built, answered, well by its own check, stopped in good order; $(build images --format '{{.Size}}' "$image")"
