#!/bin/sh
# deploy/keep-last.sh SITE LAST: before a built site is put up.
# A tab that is open, or a page in a cache on the way, asks for the engine of the build before
# by its name. Its files stay beside the new ones until the build after; LAST is the folder
# that remembers them from one time to the next. A name with a hash has the same bytes always.
set -eu
site=$1 last=$2
mkdir -p "$last/engine" "$last/assets"
rm -rf "$last.new"
mkdir -p "$last.new/assets"
cp -R "$site/engine" "$last.new"
cp "$site"/assets/first-* "$site"/assets/handbook-* "$site"/assets/search-* "$last.new/assets"
cp -R "$last/." "$site"
rm -rf "$last"
mv "$last.new" "$last"
