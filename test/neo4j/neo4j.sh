#!/usr/bin/env bash
# Runs a real Neo4j Community server for tests, from Maven Central jars. No root, no Docker.
#   neo4j.sh start    install if needed, start if not running, wait for Bolt, print NEO4J_URI=...
#   neo4j.sh stop     stop the server that this script started (by pid file)
#   neo4j.sh status   exit 0 and print NEO4J_URI=... when it answers
#   neo4j.sh install  only fetch the jars
#   neo4j.sh import FOLDER   fill the database, which must not exist yet, with the files that FOLDER/import.args names
#   neo4j.sh reset    stop and delete the data
# Settings (environment): NEO4J_DIR (work dir, default ./.neo4j), NEO4J_LIB (where the jars are, default the work dir),
# NEO4J_VERSION, NEO4J_BOLT_PORT, NEO4J_HTTP_PORT, NEO4J_HEAP, NEO4J_PAGECACHE, NEO4J_AUTH (true or false), NEO4J_JAVA (path of a java: 17 or 21 for 5.26; 21+ for 2025.x and later).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
dir="${NEO4J_DIR:-$PWD/.neo4j}"; mkdir -p "$dir"; dir="$(cd "$dir" && pwd)"
version="${NEO4J_VERSION:-5.26.30}"
bolt="${NEO4J_BOLT_PORT:-17687}"; http="${NEO4J_HTTP_PORT:-17474}"
heap="${NEO4J_HEAP:-1g}"; java="${NEO4J_JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/}java}"
lib="${NEO4J_LIB:-$dir}/lib-$version"; pidfile="$dir/neo4j.pid"; log="$dir/logs/console.log"

# Our server is alive: the pid exists and its command line names our work dir (guards against a reused pid).
alive() { [[ -f $pidfile ]] && tr '\0' ' ' 2>/dev/null <"/proc/$(<"$pidfile")/cmdline" | grep -qF -- "--home-dir=$dir "; }

# A running server keeps the port it was started with, whatever this call asks for.
use_its_port() { bolt="$(sed -n 's/^server.bolt.listen_address=.*://p' "$dir/conf/neo4j.conf")"; }

# A Bolt handshake: magic + four version proposals; the server answers four bytes, the last one its major version.
bolt_answers() {
  local reply
  exec 3<>"/dev/tcp/127.0.0.1/$bolt" || return 1
  printf '\x60\x60\xB0\x17\x00\x08\x08\x05\x00\x00\x00\x05\x00\x00\x04\x04\x00\x00\x00\x00' >&3
  reply="$(timeout 5 head -c 4 <&3 | od -An -tx1 | tr -d ' \n')"; exec 3>&-
  [[ $reply =~ ^0000..05$ ]]
} 2>/dev/null

# Several work dirs may share the jars, so that fetching has a lock of its own.
install_jars() {
  exec 8>"$(dirname "$lib")/.install.lock"; flock 8
  if [[ -f $lib/.done ]]; then exec 8>&-; return; fi
  rm -rf "$lib"
  mvn -B -ntp -q -f "$here/pom.xml" "-Dneo4j.version=$version" -DincludeScope=runtime "-DoutputDirectory=$lib" dependency:copy-dependencies
  touch "$lib/.done"; exec 8>&-
}

configure() {
  mkdir -p "$dir/conf" "$dir/logs" "$dir/plugins"
  sed -e "s/@BOLT_PORT@/$bolt/; s/@HTTP_PORT@/$http/; s/@AUTH@/${NEO4J_AUTH:-false}/; s/@PAGECACHE@/${NEO4J_PAGECACHE:-256m}/" \
    "$here/neo4j.conf.template" >"$dir/conf/neo4j.conf"
  if [[ -f $dir/extra.conf ]]; then cat "$dir/extra.conf" >>"$dir/conf/neo4j.conf"; fi
}

# The same class that neo4j-admin starts.
import() {
  install_jars; configure; cd "$1"
  NEO4J_HOME="$dir" NEO4J_CONF="$dir/conf" "$java" "-Xmx$heap" ${NEO4J_JAVA_OPTS:-} --add-opens=java.base/java.nio=ALL-UNNAMED \
    -cp "$lib/*" org.neo4j.cli.AdminTool database import full neo4j @import.args
}

start() {
  install_jars
  if alive; then
    use_its_port
  else
    if bolt_answers; then echo "port $bolt is taken by another server" >&2; exit 1; fi
    configure
    local main=org.neo4j.server.CommunityEntryPoint                      # 5.x
    if [[ $version == 20* ]]; then                                      # calendar versions
      main=org.neo4j.server.Neo4jCommunity
      printf '%s\n' server.fleet_discovery.enabled=false dbms.fleet_manager.enabled=false >>"$dir/conf/neo4j.conf"
    fi
    # setsid + closed stdin: the server outlives the shell that started it and gets no Ctrl-C of ours.
    setsid "$java" "-Xms$heap" "-Xmx$heap" -XX:+UseG1GC -XX:-OmitStackTraceInFastThrow -XX:+ExitOnOutOfMemoryError \
      --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
      -Dio.netty.tryReflectionSetAccessible=true -Dlog4j2.disable.jmx=true -Dfile.encoding=UTF-8 \
      ${NEO4J_JAVA_OPTS:-} -cp "$dir/plugins/*:$lib/*" "$main" "--home-dir=$dir" "--config-dir=$dir/conf" </dev/null >"$log" 2>&1 9>&- &
    echo $! >"$pidfile"
  fi
  for ((i = 0; i < 600; i++)); do                                       # at most 120 s
    if bolt_answers; then echo "NEO4J_URI=bolt://127.0.0.1:$bolt"; return; fi
    if ! alive && ((i > 5)); then echo "neo4j exited; last lines of $log:" >&2; tail -n 20 "$log" >&2; exit 1; fi
    sleep 0.2
  done
  echo "neo4j did not answer on port $bolt in 120 s; see $log" >&2; exit 1
}

stop() {
  if alive; then
    local pid; pid="$(<"$pidfile")"; kill "$pid"
    for ((i = 0; i < 300; i++)); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    if kill -0 "$pid" 2>/dev/null; then kill -9 "$pid"; fi
  fi
  rm -f "$pidfile"
}

exec 9>"$dir/.lock"; flock 9                                            # one caller at a time
case "${1:-}" in
  start) start ;;
  stop) stop ;;
  install) install_jars ;;
  import) import "$2" ;;
  status) alive && use_its_port && bolt_answers && echo "NEO4J_URI=bolt://127.0.0.1:$bolt" ;;
  reset) stop; rm -rf "$dir/data" ;;
  *) sed -n '2,10p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
