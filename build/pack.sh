#!/usr/bin/env bash
# Makes every package, tool included, into a folder: artifacts/packages unless another one is named.
# Further arguments go to dotnet pack, such as -p:Version=1.2.3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

output=artifacts/packages
case "${1:-}" in
  "" | -*) ;;
  *) output=$1; shift ;;
esac

# Built as a whole first: a package carries analyzers that no project of it references.
dotnet build Migrations.sln -c Release -warnaserror "$@"
for project in src/*/; do
  grep -q '<IsPackable>true</IsPackable>' "$project"*.csproj || continue
  dotnet pack "$project" -c Release --no-build -o "$output" "$@"
done
ls -1 "$output"/*.nupkg
