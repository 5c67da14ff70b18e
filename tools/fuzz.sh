#!/usr/bin/env bash
# Tries the fuzz targets:  tools/fuzz.sh BUILD_FOLDER [TARGET...] [--minutes N]
# Each begins with its corpus in tests/fuzz/corpus/. Without --minutes a target tries the same
# inputs each time, unless they take longer than 30 s. With it, what reaches something new is
# kept in BUILD_FOLDER/found/TARGET/ for the next time. What stops a target is left in BUILD_FOLDER.
set -euo pipefail
build=$1
shift
limits=(-runs=10000 -seed=1 -max_total_time=30)
targets=()
found=$(mktemp -d)
trap 'wait; rm -rf "$found"' EXIT
keep=""
while [ $# -gt 0 ]; do
  case $1 in
    --minutes) limits=("-max_total_time=$((${2:?how many minutes?} * 60))") keep=yes; shift ;;
    *) targets+=("$1") ;;
  esac
  shift
done
[ ${#targets[@]} -gt 0 ] || for folder in tests/fuzz/corpus/*/; do targets+=("$(basename "$folder")"); done

try() {
  local target=$1 new=$found/$1
  [ -z "$keep" ] || new=$build/found/$target
  mkdir -p "$new"
  # Without -entropic=0, libFuzzer looks through every rare feature for each one that it sees: that
  # is nine tenths of the time of the target `front`, which has thousands.
  if ! "$build/fuzz_$target" "${limits[@]}" -entropic=0 -print_final_stats=1 -timeout=30 \
    -artifact_prefix="$build/stopped-$target-" "$new" "tests/fuzz/corpus/$target" \
    >"$build/fuzz_$target.log" 2>&1; then
    tail -n 60 "$build/fuzz_$target.log" >&2
    return 1
  fi
  printf '%-20s %s inputs\n' "$target" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/fuzz_$target.log")"
}

for target in "${targets[@]}"; do
  [ -x "$build/fuzz_$target" ] && continue
  echo "there is no fuzz target \"$target\"; see tests/fuzz/" >&2
  exit 2
done
# As many at a time as there are processors; none is begun after one was stopped.
running=0
for target in "${targets[@]}"; do
  if [ "$running" -eq "$(nproc)" ]; then
    wait -n
    running=$((running - 1))
  fi
  try "$target" &
  running=$((running + 1))
done
for (( ; running > 0; running--)); do wait -n; done
