#!/usr/bin/env bash
# Makes sure that there is what the tests need besides npm's packages: openssl for certificates, Chromium for the editor, Redis and
# PostgreSQL for n8n's queue mode. Installs Debian's where they are missing and we may.
#
#   scripts/installTools.sh [package …]   all of them by default
set -euo pipefail

has() { command -v "$1" >/dev/null; }

is_there() {
	case "$1" in
	chromium) [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome ;;
	postgresql) has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
	*) has "$1" ;;
	esac
}

[ $# -gt 0 ] || set -- openssl chromium redis-server postgresql
missing=()
for tool in "$@"; do is_there "$tool" || missing+=("$tool"); done

if [ ${#missing[@]} = 0 ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && has apt-get; then
	# Debian starts a service that it installs; ours are started by what needs them, on ports of their own.
	policy=/usr/sbin/policy-rc.d
	if [ ! -e "$policy" ]; then
		printf '#!/bin/sh\nexit 101\n' >"$policy"
		chmod +x "$policy"
		trap 'rm -f "$policy"' EXIT
	fi
	apt-get update -q
	apt-get install -y -q --no-install-recommends "${missing[@]}"
	exit 0
fi

echo "What is run here needs ${missing[*]}. Install it (Debian, Ubuntu: sudo apt-get install ${missing[*]})," >&2
echo 'or set CHROMIUM to the path of a Chromium or Chrome.' >&2
exit 1
