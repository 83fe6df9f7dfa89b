#!/usr/bin/env bash
# Restarts the running nodes of this machine one after the other, so that people can go on working; as root:
#
#   ops/restart.sh
#
# A node that is not ready within ten minutes stops it, and those after it are left as they are.
set -euo pipefail

# A little more than fail_timeout in the file of nginx: for so long it leaves out a node that refused a request while it
# started. Were the next one restarted meanwhile, nobody would answer.
pause=12
limit=600
settings=/etc/aftercare/aftercare.env

# Where the nodes listen, if not on loopback; see the unit.
address=$(sed -n 's/^NODE_ADDRESS=//p' "$settings" | tail -n 1)
address=${address:-127.0.0.1}

units=$(systemctl list-units --full --plain --no-legend --state=active,activating 'aftercare@*.service')
nodes=$(awk '{ print $1 }' <<<"$units")
if [ -z "$nodes" ]; then
  echo "no node is running on this machine"
  exit
fi

for node in $nodes; do
  port=${node#aftercare@}
  port=${port%.service}
  echo "restarting $node"
  systemctl restart "$node"
  end=$((SECONDS + limit))
  until curl -fs --max-time 5 -o /dev/null "http://$address:$port/actuator/health/readiness"; do
    if [ $SECONDS -ge $end ]; then
      echo "$node is not ready; those after it were not restarted. Why: journalctl -u $node -n 100" >&2
      exit 1
    fi
    sleep 2
  done
  sleep "$pause"
done
echo "all are ready"
