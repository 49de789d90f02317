# To be sourced: puts prometheus and promtool on the path, out of Debian's package prometheus, which it does not install.
# Run from the repository root.
if ! command -v promtool prometheus >/dev/null; then
    prometheus_tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/prometheus"
    if ! test -x "$prometheus_tools/usr/bin/promtool"; then
        fetched=$(mktemp -d)
        # A new machine may have no lists of packages yet.
        (cd "$fetched" && { apt-get download prometheus || { apt-get update && apt-get download prometheus; }; }) >"$fetched/said" 2>&1 ||
            { cat "$fetched/said" >&2; exit 1; }
        mkdir -p "$prometheus_tools"
        dpkg-deb --extract "$fetched"/prometheus_*.deb "$prometheus_tools"
        rm -r "$fetched"
    fi
    PATH="$PATH:$prometheus_tools/usr/bin"
fi
