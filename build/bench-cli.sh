#!/usr/bin/env bash
# Says how long `dotnet migrations status` takes on a database that is up to date, and what the time goes into.
# Beside it: a .NET program that does nothing, and the tool's own help. Each cold process is the median of 15 runs, taken in turn.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet build modules/Host -c Release -v quiet
dotnet build src/TypedMigrations.Cli -c Release -v quiet
dotnet new console -o "$folder/empty" --no-restore > /dev/null
echo 'return;' > "$folder/empty/Program.cs"
dotnet build "$folder/empty" -c Release -o "$folder/empty/out" -v quiet > /dev/null

tool=$PWD/src/TypedMigrations.Cli/bin/Release/net10.0/dotnet-migrations
where="--assembly $PWD/modules/Host/bin/Release/net10.0/Host.dll --database $folder/host.db"
"$tool" up --allow-destructive --quiet $where

milliseconds() {
  local start=$EPOCHREALTIME
  "$@" > /dev/null 2>&1
  local end=$EPOCHREALTIME
  echo $(((${end/[.,]/} - ${start/[.,]/}) / 1000))
}

for run in $(seq 15); do
  milliseconds "$folder/empty/out/empty" >> "$folder/nothing"
  milliseconds "$tool" --help >> "$folder/help"
  milliseconds "$tool" status $where >> "$folder/status"
done

for what in nothing help status; do
  printf '%-8s %4d ms\n' "$what" "$(sort -n "$folder/$what" | sed -n 8p)"
done
echo "One run of status, by its own account:"
"$tool" status --verbose $where 2>&1 > /dev/null
