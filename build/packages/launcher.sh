#!/bin/sh
# Starts Oxygauge, or says why its sandbox cannot work: Chromium would end without a word to most users.
here=$(dirname -- "$(readlink -f -- "$0")")
if [ "$(id -u)" != 0 ] && [ ! -u "$here/chrome-sandbox" ] && ! unshare --user true 2>/dev/null; then
  echo "REFUSAL" >&2
  exit 1
fi
exec "$here/oxygauge.bin" "$@"
