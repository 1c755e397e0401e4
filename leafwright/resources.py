"""Where the folders that Leafwright brings along lie: templates/, styles/ and words/."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shared(name: str) -> Path:
    """Return a shared folder by name: the wheel's own when installed, in a checkout the repository's."""
    carried = PACKAGE / "_shared"
    return (carried if carried.is_dir() else PACKAGE.parent) / name
