#!/usr/bin/env bash
# Tries for an hour to make the library lose something, and ends with a table of what was tried and what became of it.
#   --minutes N    how long (60)          --row NAME    this row alone; may be given several times
#   --seed S       begin with this seed   --attempts N  end each row after N attempts: --row NAME --seed S --attempts 1 repeats a failure
# Rows that need a superuser (small disks, other users) or strace say so where they cannot be done, and do not count as passed.
# The exit code is 1 when a row failed. The table is also written to artifacts/torture.md.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v strace > /dev/null && command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  apt-get install -y --no-install-recommends strace > /dev/null || echo "strace could not be installed: its rows are left out."
fi

dotnet build tests/TypedMigrations.Torture -c Release -v quiet || exit 1
mkdir -p artifacts
exec dotnet tests/TypedMigrations.Torture/bin/Release/net10.0/TypedMigrations.Torture.dll --markdown artifacts/torture.md "$@"
