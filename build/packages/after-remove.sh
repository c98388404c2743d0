#!/bin/sh
# Runs as root after a removal (deb: remove, purge; rpm: 0), and in an upgrade after the new version's files are there
# (deb: upgrade; rpm: 1), where it must touch nothing. Every file belongs to the package, so none is removed here.
set -e
case "$1" in
  remove | purge | 0)
    if command -v update-desktop-database >/dev/null 2>&1; then
      update-desktop-database -q /usr/share/applications || true
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1; then
      gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
    fi
    ;;
esac
