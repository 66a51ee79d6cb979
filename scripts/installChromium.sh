#!/usr/bin/env bash
# Makes sure that there is a Chromium for the tests in the editor: installs Debian's where it is missing and we may.
set -euo pipefail

if [ -n "${CHROMIUM:-}" ]; then exit 0; fi
for name in chromium chromium-browser google-chrome; do
	if command -v "$name" >/dev/null; then exit 0; fi
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	apt-get update -q
	apt-get install -y -q --no-install-recommends chromium
	exit 0
fi

echo 'The tests in the editor need Chromium or Chrome. Install it (Debian, Ubuntu: sudo apt-get install chromium),' >&2
echo 'or set CHROMIUM to the path of one.' >&2
exit 1
