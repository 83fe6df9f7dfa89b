#!/usr/bin/env bash
# Replaces the program of this machine by a newer version, one node after the other while people work; as root, out of the
# source tree of that version:
#
#   ops/upgrade.sh target/aftercare.jar [NAME]
#
# NAME is that of its folder below /opt/aftercare, by default the date and time. It stops at the first thing that goes wrong:
# until it says where current leads, nothing of what runs was touched. With all nodes stopped it restarts none.
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "usage: $0 JAR [NAME]" >&2
  exit 2
fi
jar=$1
name=${2:-$(date +%Y%m%d-%H%M)}
ops=$(dirname "$0")
home=/opt/aftercare

if [ ! -L "$home/current" ]; then
  echo "there is no $home/current: nothing is installed here yet, see docs/runbook.md" >&2
  exit 1
fi
"$ops/install.sh" "$jar" "$home/$name"
# As late as can be: whoever has to restore it loses what people did since.
systemctl start aftercare-backup

install -m 0755 "$ops/backup.sh" "$ops/restore.sh" "$ops/restart.sh" "$ops/failed.sh" "$home/ops/"
install -m 0644 "$ops/../docs/runbook.md" "$home/docs/"
install -m 0644 "$ops"/systemd/* /etc/systemd/system/
systemctl daemon-reload

before=$(readlink "$home/current")
ln -sfn "$name" "$home/current"
echo "$home/current leads to $name, before to $before"
"$ops/restart.sh"
