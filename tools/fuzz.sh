#!/usr/bin/env bash
# Tries the fuzz targets:  tools/fuzz.sh BUILD_FOLDER [TARGET...] [--minutes N]
# Each begins with its corpus in tests/fuzz/corpus/. Without --minutes a target tries the same
# 20000 inputs each time, or as many as fit into 10 s. With it, what reaches something new is kept
# in BUILD_FOLDER/found/TARGET/ for the next time. What stops a target is left in BUILD_FOLDER.
set -euo pipefail
build=$1
shift
limits=(-runs=20000 -seed=1 -max_total_time=10)
targets=()
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
keep=""
while [ $# -gt 0 ]; do
  case $1 in
    --minutes) limits=("-max_total_time=$((${2:?how many minutes?} * 60))") keep=yes; shift ;;
    *) targets+=("$1") ;;
  esac
  shift
done
[ ${#targets[@]} -gt 0 ] || for folder in tests/fuzz/corpus/*/; do targets+=("$(basename "$folder")"); done

for target in "${targets[@]}"; do
  program=$build/fuzz_$target
  [ -x "$program" ] || { echo "there is no fuzz target \"$target\"; see tests/fuzz/" >&2; exit 2; }
  new=$found/$target
  [ -z "$keep" ] || new=$build/found/$target
  mkdir -p "$new"
  if ! "$program" "${limits[@]}" -print_final_stats=1 -timeout=30 -verbosity=1 \
    -artifact_prefix="$build/stopped-$target-" "$new" "tests/fuzz/corpus/$target" \
    >"$build/fuzz_$target.log" 2>&1; then
    tail -n 60 "$build/fuzz_$target.log" >&2
    exit 1
  fi
  printf '%-20s %s inputs\n' "$target" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/fuzz_$target.log")"
done
