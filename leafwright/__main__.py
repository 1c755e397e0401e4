"""Run Leafwright as `python -m leafwright`."""

from leafwright.cli import main

if __name__ == "__main__":
    main()
