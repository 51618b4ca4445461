#!/bin/sh
# Renders every fixture with cmark-gfm, an independent reader of GitHub Flavored Markdown.
# Made with Debian's cmark-gfm 0.29.0.gfm.6 (apt-get install cmark-gfm). Run in this folder.
set -eu
cd "$(dirname "$0")"
for source in *.md; do
  cmark-gfm -e table "$source" > "${source%.md}.html"
done
