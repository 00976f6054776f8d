"""Reads documents as one of Python's readers does: a list of texts comes as JSON, a list of what they say goes."""

import json
import sys


def plain(value):
    """The value in JSON, with its kind, as readers differ in kinds too."""
    if isinstance(value, dict):
        return {"map": sorted([json.dumps(plain(key)), plain(item)] for key, item in value.items())}
    if isinstance(value, list):
        return {"list": [plain(item) for item in value]}
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return {"integer": str(value)}
    return {"text": value} if isinstance(value, str) else {type(value).__name__: str(value)}


def loader(name):
    if name == "ruamel":
        from ruamel.yaml import YAML  # pylint: disable=import-outside-toplevel

        return lambda text: YAML(typ="safe", pure=True).load(text.encode())
    import yaml  # pylint: disable=import-outside-toplevel

    kind = yaml.SafeLoader if name == "PyYAML" else yaml.CSafeLoader
    return lambda text: yaml.load(text.encode(), kind)


def say(load, text):
    try:
        return {"value": plain(load(text))}
    except Exception as error:  # pylint: disable=broad-except
        return {"error": f"{type(error).__name__}: {error}"}


def main():
    load = loader(sys.argv[1])
    json.dump([say(load, text) for text in json.load(sys.stdin)], sys.stdout)


main()
