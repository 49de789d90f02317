#!/usr/bin/env bash
# A Prometheus of Debian reads the metrics of a running service, as it comes to ask for them, and judges the rules of
# deploy/prometheus. Run from the root of the repository, on Debian. Needs cargo and python3.
set -euo pipefail

. tests/tools/prometheus.sh
. tests/tools/service.sh
work=$(mktemp -d)
trap 'kill "$prometheus" "$server" 2>/dev/null || true; rm -rf "$work" "$log"' EXIT

cat >"$work/prometheus.yml" <<EOF
global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: [$PWD/deploy/prometheus/alerts.yaml]
scrape_configs:
  - { job_name: signpost, static_configs: [{ targets: ["${service#http://}"] }] }
EOF
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" --web.listen-address="127.0.0.1:$port" 2>"$work/said" &
prometheus=$!
python3 tests/tools/metrics.py "$service" "http://127.0.0.1:$port" || { grep -v level=info "$work/said" >&2; exit 1; }
