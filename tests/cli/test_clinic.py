"""`clinic`: everything that a clinic says and inherits, each with its place."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import cli
from tests.trusts import a_site, a_trust
from tests.workspaces import CLINIC_FILE, write_workspace


@pytest.fixture
def clinic(tmp_path: Path) -> Callable[..., Result]:
    """Run the command on a trust with one site."""
    brand = {"clinics/ash/_brand.yml": "color: {primary: '#5a2d82'}\n"}
    root = write_workspace(tmp_path, files={**a_trust(), **a_site("ash"), **brand}).root
    return lambda *words: CliRunner().invoke(cli, ["--workspace", str(root), "clinic", *words])


def test_each_fact_has_the_line_that_says_it(clinic: Callable[..., Result]) -> None:
    """The site's own and those of the trust are in one list, and what no file says is marked."""
    done = clinic("ash")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert done.exit_code == 0, done.output
    assert lines[0] == "ash is part of trust"
    assert "clinics/ash/clinic.yaml:2 department: Knees" in lines
    assert "clinics/trust/clinic.yaml:4 phones.department.number: 01632 960 301" in lines
    assert "clinics/ash/_brand.yml:1 color.primary: #5a2d82" in lines
    assert "clinics/trust/_brand.yml:6 logo.path: logo.svg" in lines
    assert "built in profile: uk-nhs" in lines


def test_programs_read_the_same_as_json(clinic: Callable[..., Result]) -> None:
    """A list is one fact; what is built in has no file."""
    said = json.loads(clinic("ash", "--json").stdout)
    facts = {fact["path"]: fact for fact in said["clinic.yaml"]}
    assert (said["clinic"], said["part-of"]) == ("ash", ["trust"])
    assert facts["address"] == {
        "path": "address",
        "value": ["2 Ash Street"],
        "file": "clinics/ash/clinic.yaml",
        "line": 4,
    }
    assert facts["profile"]["file"] is None
    assert {fact["file"] for fact in said["_brand.yml"]} == {
        "clinics/ash/_brand.yml",
        "clinics/trust/_brand.yml",
    }


def test_a_trust_is_shown_too(clinic: Callable[..., Result]) -> None:
    """It lacks what its sites say."""
    done = clinic("trust")
    assert done.exit_code == 0
    assert "department: Knees" not in done.stdout


def test_a_misspelt_clinic_is_a_mistake_of_usage(clinic: Callable[..., Result]) -> None:
    """The nearest name is offered."""
    done = clinic("trsut")
    assert done.exit_code == 2
    assert "there is no clinic 'trsut': did you mean 'trust'?" in done.output


def test_what_can_be_read_is_shown_with_the_faults(tmp_path: Path) -> None:
    """A fault of the trust is reported beside the facts of the site."""
    files = {**a_trust(web="nowhere"), **a_site("ash"), **a_site("oak", **{"part-of": "oak"})}
    root = write_workspace(tmp_path, files=files).root
    for name, code in (("ash", "bad-form"), ("oak", "circular-part-of")):
        done = CliRunner().invoke(cli, ["--workspace", str(root), "clinic", name])
        assert done.exit_code == 1
        assert "department: Knees" in done.stdout
        assert code in done.stderr


def test_of_a_file_that_cannot_be_read_only_the_fault_is_shown(tmp_path: Path) -> None:
    """What is built in would look like what the clinic says."""
    files = {**a_trust(), "clinics/ash/clinic.yaml": "part-of: trust\n\tname: Ash\n"}
    root = write_workspace(tmp_path, files=files).root
    done = CliRunner().invoke(cli, ["--workspace", str(root), "clinic", "ash"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "clinics/ash/clinic.yaml:2:1" in done.stderr


@pytest.mark.parametrize("command", ["brand", "decisions"])
def test_what_a_trust_prints_is_asked_of_its_sites(tmp_path: Path, command: str) -> None:
    """They are named."""
    root = write_workspace(tmp_path, files={**a_trust(), **a_site("ash")}).root
    done = CliRunner().invoke(cli, ["--workspace", str(root), command, "trust"])
    assert done.exit_code == 2
    assert "'trust' prints nothing itself: choose one of its sites: ash" in done.output


def test_a_trust_is_checked_with_its_sites(tmp_path: Path) -> None:
    """Findings on what they inherit are in its own file."""
    phones = {**CLINIC_FILE["phones"], "department": {"number": "12345"}}
    root = write_workspace(tmp_path, files={**a_trust(phones=phones), **a_site("ash")}).root
    done = CliRunner().invoke(cli, ["--workspace", str(root), "check", "--clinic", "trust"])
    found = [line.split(": ")[:3:2] for line in done.stderr.splitlines() if line.startswith("clinics/trust/")]
    assert ["clinics/trust/clinic.yaml:4:5", "phone-malformed"] in found
