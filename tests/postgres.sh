#!/usr/bin/env bash
# A throwaway PostgreSQL for the tests: nothing survives a power cut, so everything is fast.
#   tests/postgres.sh start DIR    starts one on a free port, keeps in DIR where it is, prints the connection for VC_TEST_POSTGRES
#   tests/postgres.sh stop DIR     stops it and removes what it stored
set -euo pipefail

die() {
  echo "postgres.sh: $*" >&2
  exit 1
}

[ $# -eq 2 ] || die "say \"start DIR\" or \"stop DIR\""
dir=$(realpath -m "$2")

# Debian keeps the server's programs out of PATH; the newest version wins.
bin=$({ ls -d /usr/lib/postgresql/*/bin 2>/dev/null || true; } | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
[ -x "$bin/initdb" ] || die "PostgreSQL is not installed (Debian and Ubuntu: apt-get install postgresql)"

# initdb refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

free_port() {
  local port
  for _ in $(seq 100); do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  die "found no free port"
}

start() {
  mkdir -p "$dir"
  [ ! -e "$dir/place" ] || die "$dir has a server already; stop it first"
  # Not in DIR itself, which the owner of the server may not be allowed to enter.
  local place port
  place=$(mktemp -d "${TMPDIR:-/tmp}/vc-postgres-XXXXXX")
  echo "$place" >"$dir/place"
  [ "$(id -u)" != 0 ] || chown postgres "$place"
  as_owner "$bin/initdb" -D "$place/data" -U vc --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 ||
    die "initdb failed: $(tail -n 3 "$dir/initdb.log")"
  # Between looking for a port and taking it, another program may have been faster.
  for _ in 1 2 3; do
    port=$(free_port)
    if as_owner "$bin/pg_ctl" -D "$place/data" -l "$place/log" -w -t 120 -s -o "-p $port -c listen_addresses=127.0.0.1 -k '' \
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=128MB" start >/dev/null 2>&1; then
      echo "Host=127.0.0.1;Port=$port;Username=vc;Database=postgres"
      return
    fi
  done
  die "the server did not start: $(tail -n 3 "$place/log")"
}

stop() {
  [ -e "$dir/place" ] || return 0
  local place
  place=$(cat "$dir/place")
  as_owner "$bin/pg_ctl" -D "$place/data" -m immediate -s stop >/dev/null 2>&1 || true
  rm -rf "$place" "$dir/place"
}

case $1 in
  start) start ;;
  stop) stop ;;
  *) die "say \"start DIR\" or \"stop DIR\"" ;;
esac
