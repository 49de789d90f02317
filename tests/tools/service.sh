# To be sourced: starts the service on a port that is free, puts its address into $service, and stops it at the end.
# Run from the repository root. Its log of requests goes to the file $requests, where one is named.
log=$(mktemp)
cargo build --quiet --locked
SIGNPOST_BIND=127.0.0.1:0 cargo run --quiet --locked 2>"$log" >"${requests:-/dev/null}" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$log"' EXIT
until grep -q 'listens on' "$log"; do
    kill -0 "$server" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.1
done
service=$(grep -o -m1 'http://[^ ]*' "$log")
