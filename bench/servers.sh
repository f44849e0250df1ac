# The service on each server, and what it is compared with. lib.sh sources it.
# Servers are installed as in src/test/java/…/server: from their own archives and server-config/, with the JVM options
# of server-config/systemd. BENCH_JAVA_OPTS come after those.
# shellcheck shell=bash

heap=(-Xmx1g)
# the processes that do a server's work, if a script has started them
declare -A heads=()

jdk() { "$(dirname "$(readlink -f "$(type -P "$java")")")/$@"; }

java_home() { dirname "$(dirname "$(readlink -f "$(type -P "$java")")")"; }

# the options in a unit's ExecStart or JAVA_OPTS
options_of_unit() { # unit
  sed -e ':join' -e '/\\$/N; s/\\\n//; t join' "server-config/systemd/$1.service" |
    sed -nE 's/^ExecStart=[^ ]*\/java (.*) -jar .*/\1/p; s/^Environment="JAVA_OPTS=(.*)"/\1/p'
}

settings_of_the_service() {
  secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  export SOCIALLINK_SERVICE_URL=$base_url SOCIALLINK_SECRET_KEY=$secret$secret \
    SOCIALLINK_DB_URL=jdbc:postgresql://127.0.0.1:$db_port/sociallink SOCIALLINK_DB_USER=sociallink \
    SOCIALLINK_DB_PASSWORD=sociallink SOCIALLINK_WECHAT_API_URL=http://127.0.0.1:$wechat_port \
    SOCIALLINK_WECHAT_OPEN_URL=https://open.weixin.qq.com SOCIALLINK_RATE_LIMIT=off SOCIALLINK_RATE_LIMIT_ACCOUNT=off \
    SOCIALLINK_OPERATOR_CLIENT_ID=bench SOCIALLINK_OPERATOR_CLIENT_SECRET=$secret \
    SOCIALLINK_WARM_UP_URL=${SOCIALLINK_WARM_UP_URL-$base_url} # as the units say
}

# Each of these runs in a directory of its own and becomes the server: $home is that directory, $here the project.

run_payara_micro() {
  local options
  options=$(cd "$here" && options_of_unit payara-micro)
  # shellcheck disable=SC2086  # options are words
  exec "$java" -Djava.io.tmpdir="$dir/tmp" $options ${profile:+-XX:StartFlightRecording=settings=profile} ${BENCH_JAVA_OPTS-} \
    -jar "$here/target/payara-micro.jar" --nohazelcast --contextroot / --port "$port" \
    --prebootcommandfile "$here/server-config/payara/pre-boot.asadmin" --deploy "$war"
}

run_openliberty() {
  local server=$home/servers/sociallink driver
  mkdir -p "$server/apps" "$server/drivers"
  cp "$here"/server-config/openliberty/{server.xml,jvm.options} "$server"
  cp "$war" "$server/apps/sociallink.war"
  (
    cd "$dir/tmp"
    # shellcheck disable=SC2046  # names without blanks
    jdk jar xf "$here/target/sociallink.war" $(jdk jar tf "$here/target/sociallink.war" | grep -E '/(h2|postgresql|mariadb)-[^/]*$')
    for driver in WEB-INF/lib/*; do mv "$driver" "$server/drivers"; done
  )
  export WLP_USER_DIR=$home HTTP_PORT=$port JAVA_HOME
  JAVA_HOME=$(java_home)
  export JVM_ARGS="${heap[*]} ${profile:+-XX:StartFlightRecording=settings=profile} ${BENCH_JAVA_OPTS-}"
  exec "$here/target/servers/wlp/bin/server" run sociallink
}

# configured by the operator's script, unless it was before; that takes some seconds
configure_wildfly() {
  local base=$PWD/target/bench/wildfly script=server-config/wildfly/sociallink.cli
  ! cmp -s "$script" "$base/done.cli" || return 0
  rm -rf "$base"
  mkdir -p "$base/configuration"
  find target/servers/wildfly/standalone/configuration -maxdepth 1 -type f -exec cp {} "$base/configuration" \;
  JAVA_HOME=$(java_home) target/servers/wildfly/bin/jboss-cli.sh --file="$PWD/$script" -Djboss.server.base.dir="$base" \
    > "$base/cli.log" 2>&1 || { cat "$base/cli.log" >&2 && die "WildFly cannot be configured"; }
  cp "$script" "$base/done.cli"
}

run_wildfly() {
  mkdir -p "$home/standalone/deployments"
  cp -r "$here/target/bench/wildfly/configuration" "$home/standalone/configuration"
  cp "$war" "$home/standalone/deployments/sociallink.war"
  # in the background: a signal reaches the server and not only its script
  export LAUNCH_JBOSS_IN_BACKGROUND=true JAVA_HOME JAVA_OPTS
  JAVA_HOME=$(java_home)
  JAVA_OPTS="$(cd "$here" && options_of_unit wildfly) ${profile:+-XX:StartFlightRecording=settings=profile} ${BENCH_JAVA_OPTS-}"
  exec "$here/target/servers/wildfly/bin/standalone.sh" --server-config=standalone-microprofile.xml \
    -Djboss.server.base.dir="$home/standalone" -Djboss.http.port="$port" -Djboss.management.http.port="$management_port"
}

run_payara_server() {
  local glassfish=$here/target/servers/payara6/glassfish option options=
  local listeners=set\ configs.config.server-config.network-config.network-listeners.network-listener
  # shellcheck disable=SC2086  # options are words
  for option in "${heap[@]}" ${profile:+-XX:StartFlightRecording=settings=profile} ${BENCH_JAVA_OPTS-}; do
    options+="<jvm-options>$option</jvm-options>"
  done
  cp -r "$glassfish/domains/domain1" "$home/domain"
  sed -i "s|<jvm-options>-Xmx512m</jvm-options>|$options|" "$home/domain/config/domain.xml"
  {
    cat "$here/server-config/payara/server.asadmin"
    printf '\n%s.http-listener-1.port=%s\n%s.admin-listener.port=%s\n' "$listeners" "$port" "$listeners" "$management_port"
  } > "$home/pre-boot.asadmin"
  {
    cat "$here/server-config/payara/server-log.asadmin"
    printf '\ndeploy --name sociallink --contextroot / %s\n' "$war"
  } > "$home/post-boot.asadmin"
  export AS_JAVA
  AS_JAVA=$(java_home)
  exec "$glassfish/bin/asadmin" start-domain --verbose --domaindir "$home" --prebootcommandfile "$home/pre-boot.asadmin" \
    --postbootcommandfile "$home/post-boot.asadmin" domain
}

run_peer() {
  export PEER_PORT=$port PEER_DB_URL=jdbc:postgresql://127.0.0.1:$db_port/sociallink PEER_DB_USER=sociallink \
    PEER_DB_PASSWORD=sociallink PEER_WECHAT_URL=http://127.0.0.1:$wechat_port
  # shellcheck disable=SC2086  # options are words
  exec "$java" -Xmx1g -Djava.io.tmpdir="$dir/tmp" ${BENCH_PEER_JAVA_OPTS-} -jar "$here/target/peer/peer.jar"
}

readiness() { # server
  case $1 in
    wildfly) echo "http://127.0.0.1:$management_port/health/ready" ;;
    *) echo "$base_url/health/ready" ;;
  esac
}

is_ready() { curl -fsS -o "$dir/ready" "$(readiness "$1")" 2> /dev/null; } # server

# the peer and the bare redirect have no readiness
redirects() {
  [[ $(curl -sS -o "$dir/ready" -w '%{http_code}' -A MicroMessenger \
    "$base_url/api/wechat/authorise/?application_uri=https%3A%2F%2Fapp.example.com%2Flanding" 2> /dev/null) == 302 ]]
}

# Starts a server in the background and waits until it is ready, for $start_within seconds.
start_server() { # server, WAR, and how to know that it is ready
  local server=$1 war=$2 ready=$3 here=$PWD home=$dir/service tries=$((${start_within:-180} * 20))
  mkdir -p "$home" "$dir/tmp"
  [[ $server != wildfly ]] || configure_wildfly
  (cd "$home" && "run_${server//-/_}") > "$dir/service.log" 2>&1 &
  pids[service]=$!
  for ((i = 0; i < tries; i++)); do
    ! $ready "$server" || break
    kill -0 "${pids[service]}" 2> /dev/null || i=$tries
    sleep 0.05
  done
  heads[service]=$(largest_of "${pids[service]}")
  ((i < tries)) && return
  cat "$dir/ready" 2> /dev/null || tail -40 "$dir/service.log" >&2
  die "$server does not get ready"
}

start_service() { # server
  settings_of_the_service
  start_server "$1" "$PWD/target/sociallink.war" is_ready
}

start_peer() {
  start_server peer '' redirects
  # shellcheck disable=SC2034  # lib.sh's; the peer has no accounts
  account=00000000-0000-0000-0000-000000000001
}
