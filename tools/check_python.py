"""Says what is missing before a virtual environment is made: the one command, and exit code 2."""

import importlib.util
import sys

OLDEST = (3, 11)

if sys.version_info < OLDEST:
    sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}.")
if importlib.util.find_spec("ensurepip") is None:
    print("Python cannot make virtual environments here. Run: apt-get install -y python3-venv", file=sys.stderr)
    sys.exit(2)
