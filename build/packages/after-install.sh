#!/bin/sh
# Runs as root after the deb or rpm is unpacked, at an installation and at an upgrade.
set -e
# Chromium's sandbox helper. Where a user may make namespaces the sandbox takes those, and elsewhere this: only the
# user's own start shows which, so its mode never depends on what root may do here.
chown root:root /opt/Oxygauge/chrome-sandbox
chmod 4755 /opt/Oxygauge/chrome-sandbox
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi
