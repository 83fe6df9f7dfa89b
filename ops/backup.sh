#!/usr/bin/env bash
# Backs the database up into BACKUP_DIR, checks that the backup can be read to its end, and removes old ones.
#
#   BACKUP_DIR=/var/backups/aftercare PGDATABASE=aftercare ops/backup.sh
#
# Server, user and password are those of every PostgreSQL program: PGHOST, PGPORT, PGUSER, PGPASSWORD or ~/.pgpass.
# KEEP_DAYS (30): older backups go, but never the newest KEEP_AT_LEAST (7), so that a server whose clock is wrong, or one
# that was off for long, does not lose them all. The application may go on meanwhile: a backup is of one instant, which
# STATE_DIRECTORY/backup.prom tells Prometheus where systemd gives such a folder.
set -euo pipefail
umask 077

dir=${BACKUP_DIR:?where the backups go}
database=${PGDATABASE:?which database}
keep_days=${KEEP_DAYS:-30}
keep_at_least=${KEEP_AT_LEAST:-7}

mkdir -p "$dir"
file=$dir/$database-$(date +%Y%m%d-%H%M%S).dump
part=$file.part
trap 'rm -f "$part"' EXIT
# What a power cut left would fill the disk, one after the other.
find "$dir" -maxdepth 1 -name "$database-*.dump.part" -mtime +0 -delete
started=$(date +%s)

pg_dump --format=custom --no-owner --no-privileges --dbname="$database" --file="$part"

# Our rows and the engine's, each table there, and every byte of them readable.
contents=$(pg_restore --list "$part")
for table in repair_case act_ru_job act_ge_property; do
  if ! grep -q " TABLE DATA public $table " <<<"$contents"; then
    echo "backup: $database holds no table $table; not kept" >&2
    exit 1
  fi
done
pg_restore --file=/dev/null "$part"
mv "$part" "$file"

# Only now, so that it grows old when no backup succeeds, for whatever reason. Renamed, so that nobody reads half of it.
if [ -n "${STATE_DIRECTORY:-}" ]; then
  metric=aftercare_backup_last_success_timestamp_seconds
  cat >"$STATE_DIRECTORY/backup.prom.part" <<EOF
# HELP $metric Instant of the last good backup of the database.
# TYPE $metric gauge
$metric $started
EOF
  chmod 0644 "$STATE_DIRECTORY/backup.prom.part"
  mv "$STATE_DIRECTORY/backup.prom.part" "$STATE_DIRECTORY/backup.prom"
fi

# Newest first; what is old and not among the newest goes.
mapfile -t kept < <(find "$dir" -maxdepth 1 -name "$database-*.dump" -printf '%f\n' | sort -r)
for old in "${kept[@]:$keep_at_least}"; do
  find "$dir" -maxdepth 1 -name "$old" -mtime "+$keep_days" -delete
done

echo "$file"
