"""The door: `python generate.py` builds the whole library, `python generate.py --help` tells the rest."""

import sys

try:
    from leafwright.cli import main
except KeyboardInterrupt:  # while all is still being loaded
    sys.exit(130)
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed here: run `make` once, then .venv/bin/python generate.py")

if __name__ == "__main__":
    main()
