#!/usr/bin/env bash
# Restores, builds with warnings as errors and runs every test.
# The last line is always: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

dotnet restore Migrations.sln && dotnet build Migrations.sln --no-restore -c Release -warnaserror || {
  echo "The build failed: no test was run."
  exit 1
}

# The same random documents in every run, so that a failure is one of the change under test. Without it each run draws others.
export TypedMigrations_Seed="${TypedMigrations_Seed:-2a}"

status=0
dotnet test Migrations.sln --no-build -c Release --logger "trx" --results-directory "$results" "$@" || status=$?

# One trx file a test project; a skipped test counts in total, but neither in passed nor in failed.
total=0 passed=0 failed=0
for trx in "$results"/*.trx; do
  [ -f "$trx" ] || continue
  counters=$(grep -o '<Counters [^>]*>' "$trx")
  count() { printf '%s' "$counters" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p"; }
  total=$((total + $(count total)))
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed) + $(count error) + $(count timeout) + $(count aborted)))
done
[ "$total" -gt 0 ] || status=1
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
exit "$status"
