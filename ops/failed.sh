#!/usr/bin/env bash
# Tells AFTERCARE_ALERT_TO by mail that a unit failed, with the end of its log; for aftercare-failed@.service:
#
#   ops/failed.sh aftercare-backup
#
# Mail server, sender and addressee are the program's, out of its environment file; the program itself need not run. A
# server that does not take the mail is asked again for five minutes; then this fails as well, and says why.
set -euo pipefail

unit=${1:?which unit}
to=${AFTERCARE_ALERT_TO:-}
host=${SPRING_MAIL_HOST:-}
port=${SPRING_MAIL_PORT:-25}
user=${SPRING_MAIL_USERNAME:-}
from=${AFTERCARE_MAIL_FROM:-}
# The address only, where there is a name before it.
from=${from##*<}
from=${from%%>*}

if [ -z "$to" ] || [ -z "$host" ] || [ -z "$from" ]; then
  # <3> makes it an error in the journal.
  echo "<3>$unit failed, and nobody is told: AFTERCARE_ALERT_TO, SPRING_MAIL_HOST or AFTERCARE_MAIL_FROM is not set" >&2
  exit 1
fi

mail=$(mktemp)
trap 'rm -f "$mail"' EXIT

# In base64 lines of the log are neither too long for a mail server nor taken for commands.
{
  echo "From: $from"
  echo "To: $to"
  echo "Subject: =?UTF-8?B?$(printf '【工程售后服务】任务失败' | base64 --wrap=0)?= $unit"
  echo "Date: $(date --rfc-email)"
  echo "Message-ID: <$(cat /proc/sys/kernel/random/uuid)@${from##*@}>"
  echo "Auto-Submitted: auto-generated"
  echo "MIME-Version: 1.0"
  echo "Content-Type: text/plain; charset=UTF-8"
  echo "Content-Transfer-Encoding: base64"
  echo
  {
    printf '%s 上的 %s 失败。日志末尾:\n\n' "$(uname -n)" "$unit"
    journalctl --unit="$unit" --lines=20 --output=cat --no-pager || true
    printf '\n请按运行手册中相应一节处理。\n'
  } | base64
} >"$mail"

quoted() {
  local value=${1//\\/\\\\}
  printf '"%s"' "${value//\"/\\\"}"
}

# Not on the command line, where anybody on this machine could read the password.
{
  if [ "$port" = 465 ] || [ "${SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_ENABLE:-}" = true ]; then
    echo "url = $(quoted "smtps://$host:$port")"
  else
    echo "url = $(quoted "smtp://$host:$port")"
    if [ "${SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE:-}" = true ]; then
      echo ssl-reqd
    fi
  fi
  if [ -n "$user" ]; then
    echo "user = $(quoted "$user:${SPRING_MAIL_PASSWORD:-}")"
  fi
  echo "mail-from = $(quoted "$from")"
  echo "mail-rcpt = $(quoted "$to")"
  echo "upload-file = $(quoted "$mail")"
} | curl --config - --crlf --silent --show-error --connect-timeout 10 --max-time 60 \
  --retry 5 --retry-delay 60 --retry-all-errors

echo "told $to that $unit failed"
