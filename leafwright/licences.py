"""List the packages that are installed beside this program, each with its licence."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions


def list_licences() -> Iterator[str]:
    """List every package of this environment with its version and what it says of its licence."""
    packages = {package.name: package for package in distributions()}
    for name in sorted(packages, key=str.lower):
        licence = re.sub(r"License :: (OSI Approved :: )?", "", licence_of(packages[name]).split("\n")[0])
        yield f"{name} {packages[name].version}: {licence.strip() or 'it does not say'}"


def licence_of(package: Distribution) -> str:
    """Read what a package says of its licence: its expression, classifiers or own words."""
    fields = package.metadata
    classifiers = [line for line in fields.get_all("Classifier", []) if line.startswith("License")]
    return " OR ".join(
        fields.get_all("License-Expression", []) or classifiers or fields.get_all("License", [])
    )
