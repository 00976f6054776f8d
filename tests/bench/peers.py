"""Programs that do the same in other ways: the same template over the same data, and the same bytes come out."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

from bench import Skipped
from measured import Failed

HERE = pathlib.Path(__file__).resolve().parent / "peers"
TEMPLATE = str(HERE / "peer.mustache")


def data_of(bench, codes):
    """The generated codes as a list, as mustache goes over no maps."""
    path = bench.folder / f"peer-{codes}.yaml"
    if not path.exists():
        spec = pathlib.Path(bench.spec(codes)).read_text(encoding="utf-8")
        path.write_text(re.sub(r"^  (\w+):$", r"  - name: \1", spec, flags=re.M), encoding="utf-8")
    return str(path)


def ours(bench, codes):
    return bench.errspec("render", "--lenient", "--limit", "input=2G", TEMPLATE, "--data", data_of(bench, codes))


def need(program, *probe):
    """A program that is there, and has what the probe asks it for."""
    path = shutil.which(program)
    if path is None or subprocess.run([path, *probe], capture_output=True, check=False).returncode != 0:
        raise Skipped(f"{program} is missing, or what it needs")
    return path


def in_javascript(_bench):
    node = need("node", "-e", "require('js-yaml'); require('mustache')")
    return [node, "--max-old-space-size=8192", str(HERE / "peer.js")]


def in_python(_bench):
    need(sys.executable, "-c", "import yaml, chevron; yaml.CSafeLoader")
    return [sys.executable, str(HERE / "peer.py")]


def in_go(bench):
    program = bench.folder / "peer"
    words = [need("go", "version"), "build", "-o", str(program), "."]
    if not program.exists() and subprocess.run(words, cwd=HERE / "go", capture_output=True, check=False).returncode != 0:
        raise Skipped("go cannot build the peer: its modules are missing")
    return [str(program)]


PEERS = {
    "node, js-yaml and mustache.js": in_javascript,
    "Python, PyYAML over libyaml and chevron": in_python,
    "Go, yaml.v3 and cbroglie/mustache": in_go,
}


def printed(command):
    return subprocess.run([os.fspath(word) for word in command], stdout=subprocess.PIPE, check=True).stdout


def checked(bench, peer, codes):
    """The peer's command, once it has printed what errspec prints."""
    command = [*PEERS[peer](bench), data_of(bench, codes), TEMPLATE]
    if printed(command) != printed(ours(bench, codes)):
        raise Failed(f"{peer}: it prints something else")
    return command
