#!/usr/bin/env bash
# Makes every package, tool included, into a folder: artifacts/packages unless another one is named.
# Further arguments go to dotnet pack, such as -p:Version=1.2.3.
set -euo pipefail
from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

output=artifacts/packages
case "${1:-}" in
  "" | -*) ;;
  /*) output=$1; shift ;;
  *) output=$from/$1; shift ;;
esac

for project in src/*/*.csproj; do
  grep -q '<IsPackable>true</IsPackable>' "$project" || continue
  dotnet pack "$project" -c Release -warnaserror -o "$output" "$@"
done
ls -1 "$output"/*.nupkg
