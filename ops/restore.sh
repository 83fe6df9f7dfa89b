#!/usr/bin/env bash
# Restores a backup into a new database.
#
#   ops/restore.sh /var/backups/aftercare/aftercare-20260926-030000.dump aftercare
#
# Server, user and password as for backup.sh; the user must own the database or, if there is none of that name, be allowed
# to create one. A database that holds anything is refused. Either everything is restored or nothing. The application must
# not run on it meanwhile; once started, timers that fell due since the backup fire at once.
set -euo pipefail

if [ $# -ne 2 ]; then
  echo "usage: $0 BACKUP DATABASE" >&2
  exit 2
fi
file=$1
database=$2

pg_restore --list "$file" >/dev/null

exists=$(psql --no-psqlrc --dbname=postgres --tuples-only --no-align --set=name="$database" <<'SQL'
select count(*) from pg_database where datname = :'name'
SQL
)
if [ "$exists" = 0 ]; then
  createdb --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 --template=template0 "$database"
fi
tables=$(psql --no-psqlrc --dbname="$database" --tuples-only --no-align <<'SQL'
select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
SQL
)
if [ "$tables" != 0 ]; then
  echo "restore: the database $database is not empty ($tables tables, views and sequences); nothing was changed" >&2
  exit 1
fi

pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$database" "$file"
# For the planner. What belongs to the server is not ours to analyze, and it says so for each of its tables.
PGOPTIONS="--client-min-messages=error" psql --no-psqlrc --quiet --dbname="$database" --command=analyze
echo "restored into $database"
