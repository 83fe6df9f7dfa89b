#!/usr/bin/env bash
# Lays a version out for running: unpacked, and with an archive of its classes, which halves the time a node takes to start.
#
#   ops/install.sh target/aftercare.jar /opt/aftercare/20260926-0300
#
# The folder must not exist; it is there whole or not at all. Run it with the Java that will run the program: another one
# ignores the archive and starts as slowly as without. Then java -XX:SharedArchiveFile=FOLDER/aftercare.jsa -jar
# FOLDER/aftercare.jar. Needs neither network nor database.
set -euo pipefail

if [ $# -ne 2 ]; then
  echo "usage: $0 JAR FOLDER" >&2
  exit 2
fi
jar=$1
folder=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# As the unit sets it, so that a start here needs the same classes as a start there.
export LC_ALL=C.UTF-8

if [ -e "$folder" ]; then
  echo "$folder is there already" >&2
  exit 1
fi
umask 022
parent=$(dirname "$folder")
mkdir -p "$parent"
parent=$(cd "$parent" && pwd)
folder=$parent/$(basename "$folder")
# Beside the target, so that the last step only renames.
work=$(mktemp -d "$parent/.install-XXXXXX")
trap 'rm -rf "$work" "$folder"' EXIT
cp "$jar" "$work/aftercare.jar"
"$java" -Djarmode=tools -jar "$work/aftercare.jar" extract --destination "$folder" >/dev/null

# The archive holds what a start needs, so the program is started once, on a database in a folder that is thrown away.
mkdir "$work/data"
(
  cd "$work/data"
  unset "${!SPRING_@}" "${!AFTERCARE_@}"
  AFTERCARE_DATA_DIR=$work/data "$java" -XX:ArchiveClassesAtExit="$folder/aftercare.jsa" -Dspring.context.exit=onRefresh \
    -jar "$folder/aftercare.jar" --spring.profiles.active=demo --aftercare.demo-cases=false --server.port=0
) >"$work/log" 2>&1 || {
  tail -n 30 "$work/log" >&2
  exit 1
}
[ -s "$folder/aftercare.jsa" ]
trap 'rm -rf "$work"' EXIT
