#!/usr/bin/env bash
# Runs the peer and huisclos on the same JSON Lines in turn, one core each, and prints how many times faster huisclos is.
#
# usage: benches/peers/compare.sh FILE.jsonl [ROUNDS]
# PYTHON names an interpreter that has benches/peers/requirements.txt; when unset a virtual environment is made below target/.
#
# The peer is charged its calls alone. huisclos is charged the whole process: start, dictionaries, reading, JSON out.
set -euo pipefail
export LC_ALL=C
[ $# -ge 1 ] || { sed -n '4,5p' "$0" >&2; exit 2; }
file=$(realpath "$1")
rounds=${2:-3}
cd "$(dirname "$0")/../.."
cargo build --release -p huisclos-cli
if [ -z "${PYTHON:-}" ]; then
    [ -x target/peers/bin/python ] || python3 -m venv target/peers
    PYTHON=target/peers/bin/python
    "$PYTHON" -m pip install --quiet --requirement benches/peers/requirements.txt
fi
pin=()
command -v taskset >/dev/null && pin=(taskset -c 0)

least() { sort -n | head -1; }
peer=() ours=()
for _ in $(seq "$rounds"); do
    for language in all fr; do
        line=$("${pin[@]}" "$PYTHON" benches/peers/stella.py "$file" "$language")
        echo "stella   $line"
        peer+=("$language $(sed 's/.*"detect_s": \([0-9.]*\).*/\1/' <<<"$line")")
    done
    start=$(date +%s%N)
    "${pin[@]}" ./target/release/huisclos detect --threads 1 --input jsonl "$file" >/dev/null
    ours+=("$(awk -v from="$start" -v to="$(date +%s%N)" 'BEGIN { printf "%.4f", (to - from) / 1e9 }')")
    echo "huisclos ${ours[-1]} s, the whole process"
done
best=$(printf '%s\n' "${ours[@]}" | least)
for language in all fr; do
    theirs=$(printf '%s\n' "${peer[@]}" | sed -n "s/^$language //p" | least)
    awk -v theirs="$theirs" -v ours="$best" -v language="$language" \
        'BEGIN { printf "best of each: stella (%s) %.3f s, huisclos %.3f s: %.1f times faster\n", language, theirs, ours, theirs / ours }'
done
