"""Blocks that have columns, and the same ones unrolled: in large print and beside their source."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.build import Selection, draft_sheets
from leafwright.library import load_library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.extract import Strip, read_strips
from leafwright.problems import Severity
from tests.strips import read_whole
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import CITED, CLINIC_FILE, LOGO, TOPIC

Prover = Callable[..., Proof]
PICTURE: Final = {f"handouts/{TOPIC}/knee.svg": LOGO}


def _list(name: str, *times: str) -> dict[str, Any]:
    """Write a list of two days; each thing to do says its list and its day."""
    days = [
        {"day": f"{name} day {day}", "events": [{"at": at, "text": f"{name} {day} at {at}"} for at in times]}
        for day in (1, 2)
    ]
    return {"name": f"{name} list", "days": days}


BLOCKS: Final[Mapping[str, dict[str, Any]]] = {
    "schedule": {"lists": [_list("Morning", "06:00", "08:00", "17:00"), _list("Afternoon", "10:00")]},
    "rows": {"rows": [{"file": "knee.svg", "alt": "A knee", "text": text} for text in ("One.", "Two.")]},
    "exercises": {
        "items": [
            {
                "name": f"Exercise {name}",
                "aim": "Bends the knee",
                "file": "knee.svg",
                "alt": "A knee",
                "steps": [f"Step {name}", "Rest"],
                "often": ["Hold [[short:seconds]] seconds", "Twice a day"],
            }
            for name in ("one", "two")
        ],
        "weeks": 5,
        "pain": True,
    },
    "zones": {
        "zones": [
            {"level": "well", "name": "Every day", "signs": ["I walk"], "do": ["I rest [[minutes]]"]},
            {
                "level": "bad",
                "name": "Worse",
                "signs": ["It aches"],
                "do": ["I sit"],
                "lines": ["department"],
            },
            {
                "level": "emergency",
                "name": "Emergency",
                "signs": ["I fell"],
                "do": ["Sit", "Ring"],
                "steps": True,
            },
        ]
    },
}


def _block(kind: str) -> list[dict[str, Any]]:
    return [CITED, {"kind": kind, "id": "a-block", **BLOCKS[kind]}]


def _errors(proof: Proof) -> list[str]:
    return [str(found) for found in proof.problems if found.severity is Severity.ERROR]


def _strip(strips: Iterable[Strip], words: str) -> Strip:
    return next(strip for strip in strips if strip.text.startswith(words))


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_in_columns_passes_the_proof(prove_blocks: Prover, kind: str, edition: str) -> None:
    """Nothing is lost, printed over, cut in two or set without a tag."""
    assert _errors(prove_blocks("preparation", edition, blocks=_block(kind), files=PICTURE)) == []


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_in_columns_stands_beside_its_source(tmp_path: Path, kind: str) -> None:
    """Unrolled, with each thing it says beside the same in the other language."""
    workspace = write_bilingual_workspace(
        tmp_path, blocks=_block(kind), files=PICTURE, editions=["bilingual"]
    )
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs

    assert _errors(prove(job.sheet, job.html, Engine(workspace))) == []


def test_days_stand_on_one_height(prove_blocks: Prover) -> None:
    """However long a day of a list is, the same day of the other list is beside it."""
    strips = read_whole(prove_blocks("preparation", blocks=_block("schedule")).content)

    for day in (1, 2):
        morning, afternoon = (_strip(strips, f"{name} day {day}") for name in ("Morning", "Afternoon"))
        assert morning.box.top == pytest.approx(afternoon.box.top, abs=2)
        assert morning.box.right < afternoon.box.left


def test_lists_stand_one_below_the_other_in_large_print(prove_blocks: Prover) -> None:
    """Each begins at the side where lines begin, on a page of its own."""
    strips = read_strips(prove_blocks("preparation", "large-print", blocks=_block("schedule")).content)

    morning, afternoon = (_strip(strips, f"{name} list") for name in ("Morning", "Afternoon"))
    assert morning.box.left == pytest.approx(afternoon.box.left, abs=2)
    assert morning.box.page < afternoon.box.page


NUMBERS: Final[Mapping[str, dict[str, Any]]] = {
    "facts": {
        "of": "10000",
        "people": "People with a knee",
        "time-frame": "in 1 year",
        "groups": ["with rest", "without"],
        "rows": [{"event": "fell", "n": ["3000", "4500"], "certainty": "low", "source": ["elm1999"]}],
    },
    "risk-bands": {
        "of": "100000",
        "rows": [
            {"event": "Fell", "n": "4500", "meaning": "It hurts.", "certainty": "low", "source": ["elm1999"]}
        ],
    },
    "zones": {
        "zones": [
            {"level": "well", "name": "Every day", "signs": ["I walk"], "do": ["I rest"]},
            {
                "level": "emergency",
                "name": "Emergency",
                "signs": ["I fell"],
                "do": ["Sit"],
                "lines": ["department"],
            },
        ]
    },
}


@pytest.mark.parametrize("kind", NUMBERS)
def test_numbers_stay_in_their_boxes_on_narrow_paper(prove_blocks: Prover, kind: str) -> None:
    """On A5, what does not fit beside other blocks is below them."""
    prints = {**CLINIC_FILE["prints"], "editions": ["standard", "small"]}
    small = {"templates/editions/small.yaml": "paper: A5\nmargins: {side: 15}\nnames: {en: Small}\n"}
    block = {"kind": kind, "id": "a-block", **NUMBERS[kind]}

    proof = prove_blocks("preparation", "small", blocks=[block], clinic={"prints": prints}, files=small)

    assert _errors(proof) == []
