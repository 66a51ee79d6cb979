#!/usr/bin/env bash
# Makes sure that there is what the tests need besides npm's packages: openssl for certificates, Chromium for the editor.
# Installs Debian's where they are missing and we may.
set -euo pipefail

missing=()
command -v openssl >/dev/null || missing+=(openssl)
has_chromium() {
	[ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}
has_chromium || missing+=(chromium)

if [ ${#missing[@]} = 0 ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	apt-get update -q
	apt-get install -y -q --no-install-recommends "${missing[@]}"
	exit 0
fi

echo "The tests need ${missing[*]}. Install it (Debian, Ubuntu: sudo apt-get install ${missing[*]})," >&2
echo 'or set CHROMIUM to the path of a Chromium or Chrome.' >&2
exit 1
