#!/bin/sh
# A file that a command read once and does not read any more, with CMake's DEPFILE.
#
# add_custom_command(DEPFILE ...) takes a depfile for the Makefiles generator since CMake 3.20. When the command runs again and its new
# depfile no longer names a file, CMake 3.25.2 keeps the old name all the same. Once that file is deleted, as a template or a page is that
# nobody includes any more, the output counts as older than its inputs: the command runs at every build, and what depends on it is made
# anew, for ever. Ninja, with the same project, forgets the name and is up to date; so does the Makefiles generator of CMake 4.1.2.
#
# Seen on 2026-11-30; exits with 1 if it is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 3.25.2 4.1.2; do
	python3 -m venv "$folder/$version"
	"$folder/$version/bin/python" -m pip install -q --disable-pip-version-check "cmake==$version" ninja==1.13.0
done

mkdir "$folder/project"
cat >"$folder/project/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.20)
project(pages NONE)
add_custom_command(OUTPUT out.txt DEPFILE ${CMAKE_CURRENT_BINARY_DIR}/out.d
  COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/join.sh ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR}
  DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/join.sh)
add_custom_target(all_pages ALL DEPENDS out.txt)
CMAKE
cat >"$folder/project/join.sh" <<'JOIN'
# Joins all pages of the folder, says which it read, and notes that it ran.
cat "$1"/*.page >"$2/out.txt"
printf '%s:' "$2/out.txt" >"$2/out.d"
printf ' %s' "$1"/*.page >>"$2/out.d"
echo >>"$2/out.d"
echo ran >>"$2/runs"
JOIN

# runs VERSION GENERATOR: how often the command runs in each of four builds; behind the first, a page is deleted.
runs() {
	build=$folder/build
	rm -rf "$build"
	echo one >"$folder/project/one.page"
	echo two >"$folder/project/two.page"
	PATH=$folder/$1/bin:$PATH
	cmake -S "$folder/project" -B "$build" -G "$2" >/dev/null
	counts=''
	for turn in 1 2 3 4; do
		: >"$build/runs"
		cmake --build "$build" >/dev/null
		counts="$counts $(wc -l <"$build/runs" | tr -d ' ')"
		[ "$turn" != 1 ] || rm "$folder/project/two.page"
		sleep 1.1
	done
	echo "$1, $2:$counts"
}

(runs 3.25.2 'Unix Makefiles') >"$folder/old"
(runs 3.25.2 Ninja) >"$folder/ninja"
(runs 4.1.2 'Unix Makefiles') >"$folder/new"
cat "$folder/old" "$folder/ninja" "$folder/new"
if grep -q ': 1 1 1 1$' "$folder/old" && grep -q ': 1 1 0 0$' "$folder/ninja" && grep -q ': 1 1 0 0$' "$folder/new"; then
	echo "as described"
else
	echo "changed"
	exit 1
fi
