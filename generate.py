"""The door: `python generate.py` builds the whole library, `python generate.py --help` tells the rest."""

from leafwright.cli import main

if __name__ == "__main__":
    main()
