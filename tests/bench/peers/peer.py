#!/usr/bin/env python3
"""What `errspec render TEMPLATE --data DATA` prints, in Python: PyYAML reads the data with libyaml, chevron renders.

peer.py DATA TEMPLATE
"""

import pathlib
import sys

import chevron
import yaml

data, template = (pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
sys.stdout.write(chevron.render(template, yaml.load(data, yaml.CSafeLoader)))
