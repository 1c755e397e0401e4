"""The files of a clinic that is part of another: they say only what differs."""

from collections.abc import Mapping
from typing import Any, Final

from leafwright.decode import suggest
from leafwright.library import WholeClinic, whole_clinics
from leafwright.resources import PACKAGE
from leafwright.scaffold.answers import CLINIC_ANSWERS, ScaffoldError
from leafwright.scaffold.brands import BrandStart
from leafwright.scaffold.logos import UNSAID
from leafwright.source import Tree, read_source, write_lines
from leafwright.workspace import Workspace

PART_OF: Final = "part-of"
"""The answer that names the clinic above."""
OPENING: Final = """\
# yaml-language-server: $schema=../../schema/{kind}.schema.json
# What is not written here is taken from {parent}: `clinic {name}` prints all of it, with its file and line.
"""
SKELETON: Final = PACKAGE / "skeletons" / "clinic" / "clinic.yaml"


def site_files(
    name: str, answers: Mapping[str, str], above: WholeClinic, start: BrandStart
) -> dict[str, bytes]:
    """Make the files of a site: its answers, and a name and an address, which hardly two sites share.

    A brand is among them if one was given, or if that of the clinic above is changed.
    """
    parent = answers[PART_OF]
    said = {fact.path: fact.value for fact in above.clinic}
    values = {PART_OF: parent, **_facts(name, answers, said), **_prints(answers, said)}
    files = {"clinic.yaml": _write(values, "clinic", name, parent), **start.files}
    if above.brand and "_brand.yml" not in files and (brand := _brand(answers, start)):
        files["_brand.yml"] = _write(brand, "brand", name, parent)
    return files


def clinic_above(parent: str, workspace: Workspace) -> WholeClinic:
    """Read the clinic that a site is part of. Raises ScaffoldError if it is not there."""
    clinics = whole_clinics(workspace)
    if parent not in clinics:
        hint = suggest(parent, tuple(clinics)) or "make one: new clinic NAME"
        message = f"there is no clinic '{parent}': {hint}"
        raise ScaffoldError(message)
    return clinics[parent]


def _facts(name: str, answers: Mapping[str, str], said: Mapping[str, Any]) -> dict[str, Tree]:
    """Say what differs, and begin what each clinic must write and the one above does not."""
    given: dict[str, Tree] = {
        "name": answers.get("title") or f"[{name.replace('-', ' ').title()}]",
        "department": answers.get("department"),
        "address": _skeleton("address"),
        "phones": {"department": {"number": answers["phone"]}} if "phone" in answers else None,
        "disclaimer": None
        if any(path.startswith("disclaimer") for path in said)
        else _skeleton("disclaimer"),
    }
    return {key: value for key, value in given.items() if value}


def _prints(answers: Mapping[str, str], said: Mapping[str, Any]) -> dict[str, Tree]:
    """Say what a site prints: what the clinic above prints, unless that prints nothing."""
    prints = {key: value for key, value in _skeleton("prints").items() if f"prints.{key}" not in said}
    if said.get("prints.topics") == []:
        prints["topics"] = "all"
    if "language" in answers:
        prints["languages"] = [answers["language"]]
    if "paper" in answers:
        prints["paper"] = answers["paper"]
    return {"prints": prints} if prints else {}


def _brand(answers: Mapping[str, str], start: BrandStart) -> dict[str, Tree]:
    """Say how the brand of a site differs; a brand file that was given is taken as it is."""
    brand: dict[str, Tree] = {}
    if primary := answers.get("primary") or start.words.get(CLINIC_ANSWERS["primary"]):
        brand["color"] = {"primary": primary}
    if start.files:
        brand["logo"] = {"path": next(iter(start.files)), "alt": UNSAID}
    if family := answers.get("family"):
        brand["typography"] = {"base": {"family": family}, "headings": {"family": family}}
    return brand


def _skeleton(key: str) -> Any:
    return read_source(SKELETON, SKELETON.name)[key]


def _write(values: Mapping[str, Tree], kind: str, name: str, parent: str) -> bytes:
    opening = OPENING.format(kind=kind, name=name, parent=parent)
    return (opening + "\n".join(write_lines(values)) + "\n").encode()
