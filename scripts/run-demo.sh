#!/bin/sh
# Runs the main job on the real data of demo/ and says where the site is.
set -eu
cd "$(dirname "$0")/../demo"
program="$(cd .. && swift build -c release --show-bin-path)/broadsheet"

"$program" run
echo
echo "The site is in $(pwd)/site"
echo "  open $(pwd)/site/index.html in a browser, or"
echo "  $program serve --config $(pwd)/broadsheet.yaml"
