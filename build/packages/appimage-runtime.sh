#!/bin/sh
# Replaces the AppImage runtime, which some machines cannot download: unpacks what follows it and starts that.
# Scaffolding, never released. The 4096 bytes before the file system are filled up by tools.ts.
set -eu
self=$(readlink -f -- "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unsquashfs -quiet -no-progress -offset 4096 -dest "$folder/app" "$self" >/dev/null
APPIMAGE="$self" APPDIR="$folder/app" "$folder/app/AppRun" "$@"
exit
