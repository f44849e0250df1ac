# Functions of bench/run, bench/lists, bench/start and bench/attack. They source it in the project's
# directory and set $profile, $keep and $ceiling.
# shellcheck shell=bash

port=${BENCH_PORT:-18080} wechat_port=$((${BENCH_PORT:-18080} + 1)) db_port=$((${BENCH_PORT:-18080} + 2))
base_url=http://127.0.0.1:$port
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
die() { echo "bench/${0##*/}: $*" >&2 && exit 1; }

# ---- requirements ----

need() { # nginx, curl, gcc, postgresql
  local wanted missing=()
  for wanted; do
    case $wanted in
      nginx) type -P nginx > /dev/null || missing+=(nginx-light) ;;
      gcc) type -P gcc > /dev/null && [[ -e /usr/include/stdio.h ]] || missing+=(gcc libc6-dev) ;;
      postgresql) postgres_bin > /dev/null || missing+=(postgresql) ;;
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

finish() {
  local status=$? name pid signal
  trap - EXIT
  for name in "${!pids[@]}"; do
    signal=TERM
    [[ $name != postgresql ]] || signal=INT # at once: TERM waits for every client to leave
    kill -"$signal" "${pids[$name]}" 2> /dev/null || true
  done
  for pid in "${pids[@]}"; do
    for ((i = 0; i < 200; i++)); do kill -0 "$pid" 2> /dev/null && sleep 0.1 || break; done
    kill -KILL "$pid" 2> /dev/null || true
  done
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

start_service() {
  secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  mkdir -p "$dir/service" "$dir/tmp"
  # Payara Micro would listen on every address
  echo 'set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1' \
    > "$dir/loopback"
  local war=$PWD/target/sociallink.war micro=$PWD/target/payara-micro.jar
  (
    cd "$dir/service"
    export SOCIALLINK_SERVICE_URL=$base_url SOCIALLINK_SECRET_KEY=$secret$secret \
      SOCIALLINK_DB_URL=jdbc:postgresql://127.0.0.1:$db_port/sociallink SOCIALLINK_DB_USER=sociallink \
      SOCIALLINK_DB_PASSWORD=sociallink SOCIALLINK_WECHAT_API_URL=http://127.0.0.1:$wechat_port \
      SOCIALLINK_WECHAT_OPEN_URL=https://open.weixin.qq.com SOCIALLINK_RATE_LIMIT=off SOCIALLINK_RATE_LIMIT_ACCOUNT=off \
      SOCIALLINK_OPERATOR_CLIENT_ID=bench SOCIALLINK_OPERATOR_CLIENT_SECRET=$secret
    # shellcheck disable=SC2086  # options are words
    exec "$java" -Dhttp.maxConnections=64 -Djava.io.tmpdir="$dir/tmp" ${profile:+-XX:StartFlightRecording=settings=profile} \
      ${BENCH_JAVA_OPTS-} -jar "$micro" --nohazelcast \
      --prebootcommandfile "$dir/loopback" --contextroot / --port "$port" --deploy "$war"
  ) > "$dir/service.log" 2>&1 &
  pids[service]=$!
  for ((i = 0; i < 600; i++)); do
    curl -fsS -o "$dir/ready" "$base_url/health/ready" 2> /dev/null && return
    kill -0 "${pids[service]}" 2> /dev/null || break
    sleep 0.2
  done
  cat "$dir/ready" 2> /dev/null || tail -40 "$dir/service.log" >&2
  die "the service does not get ready"
}

warn_of_memory() {
  disk=$(df --output=fstype "$dir" | tail -1)
  [[ $disk != tmpfs ]] || echo "warning: $dir is in memory, durability costs nothing there: set BENCH_TMP" >&2
}

describe() {
  echo "Java $("$java" -version 2>&1 | sed -nE '1s/.*"(.*)".*/\1/p'), PostgreSQL $(sql 'show server_version')," \
    "$(nproc) cores, database on $disk"
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
