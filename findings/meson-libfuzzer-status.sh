#!/bin/sh
# A fuzzer that finds a fault, run as a test of Meson.
#
# libFuzzer (here in atheris 2.3.0) ends with 77 when it has found something: its default for -error_exitcode. Meson
# (1.12.1) follows automake, where a test that ends with 77 could not be run. So the test of a fuzzer that finds a fault is
# "skipped", and `meson test` itself ends with 0. With -error_exitcode=1 the same test fails.
#
# Each of the two keeps its own documented custom, and neither warns; a CI that fuzzes for a minute a run stays green for ever.
# Seen on 2026-11-29; exits with 1 if it is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check meson==1.12.1 ninja==1.13.0 atheris==2.3.0
PATH=$folder/venv/bin:$PATH
cd "$folder"

cat >fuzz.py <<'PYTHON'
import sys

import atheris


def judge(data):
    raise ValueError("a fault")


atheris.Setup(sys.argv, judge)
atheris.Fuzz()
PYTHON

cat >meson.build <<'MESON'
project('fuzzed')
python = find_program('python3')
test('default', python, args: [files('fuzz.py'), '-runs=1'])
test('status 1', python, args: [files('fuzz.py'), '-runs=1', '-error_exitcode=1'])
MESON

meson setup build >setup.log
changed=false
if meson test -C build default >default.log 2>&1; then
	grep -E 'SKIP' default.log || changed=true
else
	changed=true
fi
if meson test -C build 'status 1' >one.log 2>&1; then
	changed=true
fi
grep -E 'FAIL' one.log || changed=true
if $changed; then
	cat default.log one.log
	echo changed
	exit 1
fi
echo 'as described'
