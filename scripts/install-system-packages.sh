#!/bin/sh
# Installs the system libraries that are missing: libcmark (Markdown), SQLite, zlib and libzstd, each
# with its headers, and pkg-config, by which Swift finds them. With --tests also nginx, with which the
# tests try the printed server configuration.
set -eu

missing=""
need() { # header or program, package
  case "$1" in
    *.h) [ -n "$(find /usr/include /usr/local/include -name "$1" 2>/dev/null | head -n 1)" ] || missing="$missing $2" ;;
    *) command -v "$1" >/dev/null 2>&1 || missing="$missing $2" ;;
  esac
}

if [ "$(uname -s)" = "Darwin" ]; then
  command -v brew >/dev/null 2>&1 || { echo "Install Homebrew, then run: brew install cmark zstd pkg-config" >&2; exit 1; }
  brew list cmark zstd >/dev/null 2>&1 || brew install cmark zstd pkg-config
  exit 0
fi

need pkg-config pkg-config
need cmark.h libcmark-dev
need sqlite3.h libsqlite3-dev
need zlib.h zlib1g-dev
need zstd.h libzstd-dev
if [ "${1:-}" = "--tests" ] && [ ! -x /usr/sbin/nginx ]; then need nginx nginx-light; fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "This system has no apt-get. Install with its own package manager the development files of" >&2
  echo "libcmark (cmark), SQLite 3, zlib and zstd, and pkg-config; then run the command again." >&2
  exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "Run as root: apt-get install$missing" >&2; exit 1; }
  as_root="sudo"
fi
echo "Installing$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of package names is meant
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
