#!/usr/bin/env bash
# Makes every package, tool included, into a folder: artifacts/packages unless another one is named.
# Further arguments go to dotnet publish and dotnet pack, such as -p:Version=1.2.3.
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

# The packages' code is compiled for these platforms ahead; on others .NET compiles it when an application starts.
ahead=$PWD/artifacts/compiled-ahead
rm -rf "$ahead"
for platform in linux-x64 linux-musl-x64 linux-arm64 osx-arm64 osx-x64 win-x64; do
  dotnet publish build/CompiledAhead -p:For=$platform -o "$ahead/$platform" -v quiet "$@"
done

for project in src/*/*.csproj; do
  grep -q '<IsPackable>true</IsPackable>' "$project" || continue
  dotnet pack "$project" -c Release -warnaserror -o "$output" -p:TypedMigrationsCompiledAhead="$ahead" "$@"
done
ls -1 "$output"/*.nupkg
