#!/usr/bin/env bash
# Measures the simulator: lifecycles a second on each store, and instructions a lifecycle.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../tools/prepare.sh"

install "${build_packages[@]}" libbenchmark-dev valgrind
build build-bench bench_simulator partyline -- -DPARTYLINE_BENCH=ON
stage "Lifecycles a second ($(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg))"
build-bench/bench_simulator --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
  --benchmark_min_time=1 "$@"
stage_done

# What the clock says depends on who else is there; this does not.
stage "Instructions a lifecycle (callgrind, 30 worlds of 60 people in memory)"
told=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null \
  --toggle-collect='pl::sim::prove*' build-bench/partyline simulate --prove --seed 1 --worlds 30 \
  --people 60 --store memory --json 2>&1 >build-bench/proof.json | sed -n 's/.*Collected : //p')
lifecycles=$(sed -n 's/.*"lifecycles":\([0-9]*\).*/\1/p' build-bench/proof.json)
echo "$((told / lifecycles)) instructions a lifecycle ($lifecycles lifecycles)"
stage_done
