#!/usr/bin/env bash
# Looks for known vulnerabilities of all packages that the solution uses, directly or not. A restore does the same (NuGetAudit), but says
# nothing where the registry has no such data; this does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

knows=
while read -r state source; do
  [ "$state" = E ] || continue
  if curl --silent --fail --max-time 30 "$source" | grep -q '"VulnerabilityInfo/'; then
    knows=1
  else
    echo "$source has no data on vulnerabilities, or cannot be reached."
  fi
done < <(dotnet nuget list source --format short)

if [ -z "$knows" ]; then
  echo "The dependencies were not audited: no registry has data for it."
  exit 0
fi

found=$(dotnet list Migrations.sln package --vulnerable --include-transitive)
if grep -q '^ *> ' <<< "$found"; then
  echo "$found"
  echo "Packages with known vulnerabilities are used."
  exit 1
fi
echo "No package that is used has a known vulnerability."
