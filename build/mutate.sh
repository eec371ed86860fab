#!/usr/bin/env bash
# Changes the code a little, again and again, and sees whether a test notices: ./build/mutate.sh [planner|accounting|journal|swap …]
# A report for each area lies in mutation-reports; the last line of each is its score. docs/reliability.md has those that were published.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

root=$PWD
areas=("$@")
[ ${#areas[@]} -gt 0 ] || areas=(planner accounting journal swap)
dotnet tool restore
for area in "${areas[@]}"; do
  case $area in
    planner | accounting) tests=TypedMigrations.Tests ;;
    journal | swap) tests=TypedMigrations.LiteDb.Tests ;;
    *)
      echo "There is no area $area: planner, accounting, journal, swap." >&2
      exit 64
      ;;
  esac
  (cd "tests/$tests" && dotnet stryker --config-file "$root/build/mutation/$area.json" --concurrency "${MUTATE_PROCESSES:-2}" --output "$root/mutation-reports/$area" --skip-version-check)
done
