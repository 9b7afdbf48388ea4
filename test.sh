#!/usr/bin/env bash
# Runs every test, the web tests on SQLite and on PostgreSQL, and ends with "N passed, N failed, N skipped".
# Installs PostgreSQL and Chromium with apt where they are missing and this user may; says what it could not install.
set -uo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
results="$work/results"
mkdir -p "$results"
chmod 755 "$work" # PostgreSQL runs as a user of its own and must get in
notes=()
broken=0

# One compiler serves all projects of this build and ends with the script; without it each project waits for one of its own.
compiler="vc-$$-$RANDOM"
# Code that is profiled anew in every test host is slow in a suite that starts many.
export DOTNET_TieredPGO=0

cleanup() {
  pkill -f "pipename:$compiler" >/dev/null 2>&1
  [ -f "$work/postgres/started" ] && tests/postgres.sh stop "$work/postgres" >/dev/null 2>&1
  rm -rf "$work"
}
trap cleanup EXIT

have_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
have_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

install_missing() {
  local packages=()
  have_postgres || packages+=(postgresql)
  have_chromium || packages+=(chromium fonts-liberation)
  [ ${#packages[@]} -eq 0 ] && return
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as=(sudo -n); else
      notes+=("Not installed: ${packages[*]}. Ask an administrator to run: apt-get install ${packages[*]}")
      return
    fi
  fi
  command -v apt-get >/dev/null || { notes+=("Not installed, there is no apt here: ${packages[*]}"); return; }
  echo "Installing ${packages[*]} ..."
  "${as[@]}" apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq "${packages[@]}" >"$work/apt.log" 2>&1 ||
    notes+=("apt could not install ${packages[*]}: $(tail -n 1 "$work/apt.log")")
}

# run NAME PROJECT: the project's tests, their results as a file of that name.
run() {
  local name=$1 project=$2
  echo
  echo "== $name"
  "tests/$project/bin/Debug/net10.0/$project" --results-directory "$results" --report-xunit-trx --report-xunit-trx-filename "$name.trx" \
    --no-progress --output Normal
  if [ ! -s "$results/$name.trx" ]; then
    notes+=("$name ended without results.")
    broken=1
  fi
}

# count ATTRIBUTE...: the sum of these counters over all result files.
count() {
  local sum=0 attribute value
  for attribute in "$@"; do
    for value in $(grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $attribute=\"[0-9]*\"" | grep -o '[0-9]*'); do
      sum=$((sum + value))
    done
  done
  echo "$sum"
}

install_missing

echo "== build"
dotnet tool restore >/dev/null && dotnet restore VirtualClient.slnx --locked-mode -v q && dotnet build VirtualClient.slnx --no-restore -v q -clp:NoSummary -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler"
if [ $? -ne 0 ]; then
  echo "The build failed."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi
if ! dotnet csharpier check . >"$work/format.log" 2>&1; then
  tail -n 20 "$work/format.log"
  notes+=("The layout differs from what CSharpier makes: run dotnet csharpier format .")
  broken=1
fi

run simulation VirtualClient.Simulation.Tests

VC_TEST_DATABASE=sqlite run web-sqlite VirtualClient.Web.Tests

if have_postgres && connection=$(tests/postgres.sh start "$work/postgres"); then
  touch "$work/postgres/started"
  VC_TEST_DATABASE=postgres VC_TEST_POSTGRES="$connection" run web-postgres VirtualClient.Web.Tests
else
  notes+=("The web tests did not run on PostgreSQL: it could not be installed or started.")
  broken=1
fi

if have_chromium; then
  run browser VirtualClient.Browser.Tests
else
  notes+=("The browser tests did not run: Chromium could not be installed.")
  broken=1
fi

# What failed once more at the end, where whoever sees the last lines alone finds it.
echo
for file in "$results"/*.trx; do
  grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*' "$file" 2>/dev/null | grep -o ' testName="[^"]*"' |
    sed "s|^ testName=\"|failed on $(basename "$file" .trx): |; s|\"\$||; s|&quot;|\"|g"
done
for note in "${notes[@]}"; do echo "$note"; done
passed=$(count passed)
failed=$(($(count failed error timeout aborted) + broken))
skipped=$(count notExecuted notRunnable)
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
