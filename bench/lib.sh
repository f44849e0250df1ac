# Functions of bench/run, bench/compare, bench/lists, bench/start, bench/attack, bench/kills and bench/moves. They source it in
# the project's directory and set $profile and $keep.
# shellcheck shell=bash

use_ports() { # number of the contender, from 0
  port=$((${BENCH_PORT:-18080} + 4 * $1))
  wechat_port=$((port + 1)) db_port=$((port + 2)) management_port=$((port + 3))
  base_url=http://127.0.0.1:$port
}
use_ports 0
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
die() { echo "bench/${0##*/}: $*" >&2 && exit 1; }

# ---- requirements ----

need() { # nginx, curl, gcc, postgresql, mariadb
  local wanted missing=()
  for wanted; do
    case $wanted in
      nginx) type -P nginx > /dev/null || missing+=(nginx-light) ;;
      gcc) type -P gcc > /dev/null && [[ -e /usr/include/stdio.h ]] || missing+=(gcc libc6-dev) ;;
      postgresql) postgres_bin > /dev/null || missing+=(postgresql) ;;
      mariadb) [[ -x /usr/sbin/mariadbd ]] || missing+=(mariadb-server) ;;
      *) type -P "$wanted" > /dev/null || missing+=("$wanted") ;;
    esac
  done
  ((${#missing[@]})) || return 0
  ((EUID == 0)) && type -P apt-get > /dev/null || die "please install: ${missing[*]}"
  say "installing ${missing[*]}"
  apt-get -q update > /dev/null
  # runlevel 1: the packages' own services stay off
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends "${missing[@]}" > /dev/null
}

postgres_bin() {
  local found
  found=$(type -P postgres || ls -d /usr/lib/postgresql/*/bin/postgres 2> /dev/null | sort -V | tail -1)
  [[ $found ]] && dirname "$(readlink -f "$found")"
}

port_is_free() { ! (: < "/dev/tcp/127.0.0.1/$1") 2> /dev/null || die "port $1 is taken (set BENCH_PORT)"; }

build() {
  [[ ! (-e target/sociallink.war && -e target/payara-micro.jar) ]] || return 0
  say "building the WAR"
  mvn -q -DskipTests package
}

build_peer() {
  [[ ! -e target/peer/peer.jar ]] || return 0
  say "building the peer"
  mvn -q -B -f bench/peer/pom.xml package
}

unpack() { # server
  case $1 in
    payara-micro) return ;;
    payara-server) [[ ! -e target/servers/payara6 ]] || return 0 ;;
    wildfly) [[ ! -e target/servers/wildfly ]] || return 0 ;;
    openliberty) [[ ! -e target/servers/wlp ]] || return 0 ;;
  esac
  say "unpacking $1"
  mvn -q dependency:unpack@server -P "$1"
}

# ---- processes: each started here, each ended here, by its pid ----

declare -A pids=()
dir=

# the pids of a process and of everything that it has started
family() {
  # processes end meanwhile
  { cat /proc/[0-9]*/stat 2> /dev/null || true; } | sed 's/(.*)/x/' | awk -v root="$1" '
    { parent[$1] = $4 }
    END { for (p in parent) { for (a = p; a > 1 && a != root;) a = parent[a]; if (a == root) print p } }'
}

# the server's own process: the scripts that start a server are smaller
largest_of() {
  local member
  for member in $(family "$1"); do
    echo "$(sed -nE 's/^VmRSS:\s*([0-9]+).*/\1/p' "/proc/$member/status" 2> /dev/null) $member"
  done | sort -n | tail -1 | cut -d' ' -f2
}

end() { # names
  local name pid signal members=()
  for name; do
    [[ ${pids[$name]-} ]] || continue
    signal=TERM
    # shellcheck disable=SC2207  # pids are words
    [[ $name == postgresql ]] || members+=($(family "${pids[$name]}"))
    # at once: PostgreSQL's TERM waits for every client to leave
    [[ $name != postgresql ]] || { signal=INT && members+=("${pids[$name]}"); }
    for pid in "${members[@]}"; do kill -"$signal" "$pid" 2> /dev/null || true; done
  done
  for pid in "${members[@]}"; do
    for ((i = 0; i < 100; i++)); do kill -0 "$pid" 2> /dev/null && sleep 0.1 || break; done
    kill -KILL "$pid" 2> /dev/null || true
  done
  for name; do unset "pids[$name]"; done
}

finish() {
  local status=$?
  trap - EXIT
  end "${!pids[@]}"
  if [[ $keep && $dir ]]; then echo "kept: $dir"; else rm -rf "$dir"; fi
  exit "$status"
}

prepare_directory() {
  trap finish EXIT
  dir=$(mktemp -d -p "${BENCH_TMP:-/var/tmp}" sociallink-bench.XXXXXX)
  chmod 711 "$dir"
}

start_postgresql() { # further options; a database that is there already is used
  local bin as=()
  bin=$(postgres_bin)
  mkdir -p "$dir/db"
  if ((EUID == 0)); then # which PostgreSQL refuses to run as
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
    chown postgres "$dir/db"
  fi
  cd "$dir/db"
  [[ -e data ]] ||
    "${as[@]}" "$bin/initdb" -D data -U sociallink -A trust -E UTF8 --locale=C.UTF-8 > "$dir/postgresql.log"
  # everything else is as PostgreSQL comes: fsync and synchronous_commit are on
  "${as[@]}" "$bin/postgres" -D data -p "$db_port" -c listen_addresses=127.0.0.1 -k "$dir/db" "$@" \
    >> "$dir/postgresql.log" 2>&1 &
  pids[postgresql]=$!
  cd "$OLDPWD"
  for ((i = 0; i < 100; i++)); do
    sql 'create database sociallink' template1 > /dev/null 2>&1 && return
    sql 'select 1' > /dev/null 2>&1 && return
    sleep 0.1
  done
  cat "$dir/postgresql.log" >&2
  die "PostgreSQL does not start"
}

sql() { "$(postgres_bin)/psql" -XAtq -h 127.0.0.1 -p "$db_port" -U sociallink -d "${2:-sociallink}" -c "$1"; }

warn_of_memory() {
  disk=$(df --output=fstype "$dir" | tail -1)
  [[ $disk != tmpfs ]] || echo "warning: $dir is in memory, durability costs nothing there: set BENCH_TMP" >&2
}

describe() {
  echo "Java $("$java" -version 2>&1 | sed -nE '1s/.*"(.*)".*/\1/p'), PostgreSQL $(sql 'show server_version')," \
    "$(nproc) cores, database on $disk"
}

# ---- the fake WeChat ----

start_wechat() { # its options
  gcc -O2 -std=gnu17 -o "$dir/wechat" bench/wechat.c
  "$dir/wechat" --port "$wechat_port" "$@" &
  pids[wechat]=$!
}

# milliseconds, or never
wechat_answers_after() { curl -fsS "http://127.0.0.1:$wechat_port/answer-after?ms=$1"; }

# ---- driving, and what it costs each process ----

build_driver() { gcc -O2 -std=gnu17 -o "$dir/links" bench/links.c; }

# the clock of each process and of the machine: one quick reading, added up later
look() { cat /proc/stat /proc/[0-9]*/stat 2> /dev/null > "$1" || true; }

# from two such readings, the ticks that each process here and its children, dead or alive, have used
ticks() {
  local name
  for name in "${!pids[@]}"; do
    sed 's/(.*)/x/' "$dir/after" "$dir/before" | awk -v name="$name" -v pid="${heads[$name]-${pids[$name]}}" '
      $1 == "cpu" { sign = sign == 1 ? -1 : 1 }
      $1 == pid { t += sign * ($14 + $15 + $16 + $17) }
      $4 == pid { t += sign * ($14 + $15) }
      END { print name, t }'
  done
  awk '
    $1 == "cpu" { sign = sign == 1 ? -1 : 1; t += sign * ($2 + $3 + $4 + $7 + $8); disk += sign * $6; stolen += sign * $9 }
    END { print "machine", t; print "(disk-wait", disk; print "(stolen", stolen }' "$dir/after" "$dir/before"
}

# what else happens at the beginning and at the end of the measured part
when_warm() { :; }
when_measured() { :; }

drive() { # the driver's options
  local out line
  : > "$dir/driver.log"
  exec {out}< <(exec "$dir/links" --base-url "$base_url" --account "$account" "$@" 2>&1)
  pids[driver]=$!
  while IFS= read -r -u "$out" line; do
    case $line in
      '-- warm')
        when_warm
        look "$dir/before"
        ;;
      '-- measured '*)
        look "$dir/after"
        echo "${line##* }" > "$dir/driver-cpu"
        when_measured
        ;;
      *) echo "$line" | tee -a "$dir/driver.log" ;;
    esac
  done
  wait "${pids[driver]}" && outcome=0 || outcome=$?
  unset 'pids[driver]'
  exec {out}<&-
}

# name, milliseconds of CPU per link, cores; or name and seconds in a second for what is no CPU
costs() {
  local links seconds
  read -r links seconds < <(sed -nE 's/^.*\(([0-9]+) (links|requests) in ([0-9.]+) s,.*/\1 \3/p' "$dir/driver.log") || return 0
  { awk -v hz="$(getconf CLK_TCK)" '{ print $1, $2 / hz }' < <(ticks); echo "driver $(< "$dir/driver-cpu")"; } |
    awk -v links="$links" -v seconds="$seconds" '
      /^\(/ { print substr($1, 2), "-", $2 / seconds; next }
      { print $1, links ? $2 * 1000 / links : 0, $2 / seconds }
    ' > "$dir/costs"
  printf '\n%-12s%14s%10s\n' CPU 'ms per link' cores
  awk '$2 == "-" { printf "%-12s%24.2f\n", $1, $3; next } { printf "%-12s%14.3f%10.2f\n", $1, $2, $3 }' "$dir/costs" |
    sort -s -k3,3 -n -r
}

# how many visitors the driver has brought
landed() { awk '/^in all .* links, [0-9]+ visitors/ { landed = $5 } END { print landed + 0 }' "$dir/driver.log"; }

# Each visitor that arrived must have a profile of its own.
verify() { # visitors, unless they are those of the last drive
  local visitors=${1-$(landed)} profiles
  profiles=$(sql 'select count(*) from profile' 2> /dev/null) || {
    echo "profiles     not counted: PostgreSQL has no table named profile"
    return
  }
  echo "profiles     $profiles in PostgreSQL for ${visitors:-0} visitors that landed"
  ((profiles >= ${visitors:-0})) || { echo "profiles were lost" && outcome=1; }
}

# ---- the API ----

post() { # path, then curl's arguments
  local path=$1 answer
  shift
  answer=$(curl -sS -w '\n%{http_code}' "$@" "$base_url$path")
  [[ ${answer##*$'\n'} == 20[01] ]] || die "POST $path: $answer"
  echo "$answer"
}

member() { grep -oP "\"$1\"\s*:\s*\"\K[^\"]+" | head -1; }

operator_token() {
  post /api/token/ -d grant_type=client_credentials -d client_id=bench -d client_secret="$secret" | member access_token
}

# the account that visitors link to
prepare_account() {
  token=$(operator_token)
  account=$(post /api/account/ -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -d '{"name":"Bench"}' | member resource_id)
  prepare_configuration
}

prepare_configuration() {
  post /api/configuration/ -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d @- > /dev/null << END
{"account_id":"$account","name":"Bench","type":"wechat","domain":"app.example.com",
 "app_id":"wx0000000000000001","app_secret":"0123456789abcdef0123456789abcdef"}
END
}

. bench/servers.sh
