#!/usr/bin/env bash
# Gives random input to everything that reads some from outside, and keeps each input that got no answer in fuzz-findings.
#   ./build/fuzz.sh [TARGET…] [--minutes N] [--random]
# Without a target all of them, N minutes each (5). With afl++ installed (apt-get install afl++) and SharpFuzz's tool to be had, afl-fuzz
# leads by coverage; without, or with --random, the targets' own loop does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

minutes=5 by=afl targets=()
while [ $# -gt 0 ]; do
  case $1 in
    --minutes) minutes=$2; shift ;;
    --random) by=random ;;
    *) targets+=("$1") ;;
  esac
  shift
done

program=tests/TypedMigrations.Fuzzing
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$program" -c Release -o "$work/bin" -v quiet
fuzz() { dotnet "$work/bin/TypedMigrations.Fuzzing.dll" "$@"; }
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(fuzz --list)

command -v afl-fuzz > /dev/null || by=random
if [ "$by" = afl ] && ! dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$work/tool" > "$work/tool.log" 2>&1; then
  echo "SharpFuzz's tool cannot be had here: the random loop is used."
  by=random
fi
if [ "$by" = afl ]; then
  # What counts its own steps runs below afl-fuzz alone.
  cp -r "$work/bin" "$work/counted"
  for assembly in TypedMigrations TypedMigrations.LiteDb LiteDB dotnet-migrations; do
    "$work/tool/sharpfuzz" "$work/counted/$assembly.dll"
  done
fi

# What afl-fuzz asks of the machine and a .NET program does not need.
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1
seconds=$(awk "BEGIN { print int($minutes * 60) }")
status=0
for target in "${targets[@]}"; do
  if [ "$by" = random ]; then
    fuzz "$target" --minutes "$minutes" || status=1
    continue
  fi

  found=fuzz-findings/$target
  mkdir -p "$found"
  fuzz "$target" --seeds "$work/$target"
  dictionary=(); [ ! -s "$work/$target.dict" ] || dictionary=(-x "$work/$target.dict")
  afl-fuzz -i "$work/$target" -o "$work/out-$target" -t 10000 -m none "${dictionary[@]}" -V "$seconds" -- dotnet "$work/counted/TypedMigrations.Fuzzing.dll" "$target" --afl @@ > "$work/$target.log" 2>&1 || { tail -20 "$work/$target.log"; status=1; }
  find "$work/out-$target/default/crashes" "$work/out-$target/default/hangs" -name 'id*' -exec cp {} "$found" \; 2> /dev/null || true
  stats="$work/out-$target/default/fuzzer_stats"
  value() { sed -n "s/^$1 *: //p" "$stats"; }
  echo "$target: $(value execs_done) inputs in $(value run_time) s, $(value corpus_found) of them led to new code, $(value saved_crashes) crashes, $(value saved_hangs) hangs"
  [ "$(value saved_crashes)" = 0 ] && [ "$(value saved_hangs)" = 0 ] || status=1
done
exit "$status"
