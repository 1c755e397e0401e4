"""Renew what a release of Leafwright wrote into a workspace: requirements, wheel, schemas, set-up of CI."""

from pathlib import Path
from typing import Final

from leafwright.files import write_whole
from leafwright.paths import find_repository
from leafwright.scaffold.answers import ScaffoldError
from leafwright.scaffold.wheels import OURS, REQUIREMENTS, WHEELS, Wheel, requirement_files
from leafwright.scaffold.workspaces import HOSTS, ci_files
from leafwright.schema import write_workspace_schemas

OWN: Final = (".github/actions/leafwright/action.yml", ".gitlab/leafwright.yml")
"""The CI files that are the same everywhere; those that call them are their owners'."""


def _refuse_other(root: Path) -> None:
    """Refuse a folder that is no workspace, or whose requirements somebody else wrote."""
    if not (root / "handouts").is_dir():
        message = f"there is no folder handouts in {root}: `leafwright init FOLDER` begins a workspace"
        raise ScaffoldError(message)
    path = root / REQUIREMENTS
    if path.exists() and not path.read_text("utf-8", "replace").startswith(OURS):
        message = f"{path} was not written by Leafwright: move it away first"
        raise ScaffoldError(message)


def renew_workspace(root: Path, wheel: Wheel | None) -> tuple[Path, ...]:
    """Write the files of this release, and delete the wheels of others; returns what was written.

    Raises ScaffoldError without a wheel, or where the requirements are another program's; OSError if a file
    cannot be written.
    """
    _refuse_other(root)
    if wheel is None:
        message = "the wheel of this release is not on this machine: name it with --wheel FILE"
        raise ScaffoldError(message)
    repository = find_repository(root) or root
    files = {root / name: content for name, content in requirement_files(wheel)}
    for host in HOSTS:
        for name, content in ci_files(host, root, repository):
            if name in OWN and (repository / name).is_file():
                files[repository / name] = content
    for path, content in files.items():
        write_whole(path, content)
    for path in (root / WHEELS).glob("leafwright-*.whl"):
        if path not in files:
            path.unlink()
    return (*files, *write_workspace_schemas(root))
