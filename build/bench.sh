#!/usr/bin/env bash
# Runs the benchmarks and writes what they find into docs/benchmarks.md: all of them, or those that are named.
# With --quick they are small and short, and written to artifacts/bench/report.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Programs are measured with what the packages hold for this machine: the library's code, compiled ahead.
export TypedMigrationsCompiledAhead=$PWD/artifacts/bench/compiled-ahead
platform=$(dotnet msbuild build/CompiledAhead -getProperty:NETCoreSdkPortableRuntimeIdentifier)
dotnet publish build/CompiledAhead -p:For="$platform" -o "$TypedMigrationsCompiledAhead/$platform" -v quiet
dotnet build tests/TypedMigrations.Benchmarks -c Release -v quiet
tests/TypedMigrations.Benchmarks/bin/Release/net10.0/TypedMigrations.Benchmarks "$@"
