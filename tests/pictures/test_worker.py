"""The process in which pictures are drawn: it is replaced when it dies, and nothing is drawn twice."""

import os
import signal
from dataclasses import asdict
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from leafwright.pictures import PictureMeasure, check_picture, measure_picture, worker
from leafwright.pictures.worker import PictureRequest, try_picture
from leafwright.problems import Place, Problem

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0H40V20H0z"/></svg>'


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin with nothing remembered."""
    monkeypatch.setenv("LEAFWRIGHT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def grey(level: int) -> PictureRequest:
    """Ask for a PNG of one grey."""
    out = BytesIO()
    Image.new("L", (20, 10), level).save(out, "PNG")
    return PictureRequest(content=out.getvalue(), kind="PNG")


def test_what_is_remembered_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes are known by their hash, and others are not."""
    first = try_picture(grey(90))
    monkeypatch.setattr(worker, "_send", lambda _request: None)

    assert isinstance(first, PictureMeasure)
    assert try_picture(grey(90)) == first
    assert try_picture(grey(91)) is None


def test_a_sound_drawing_is_not_looked_through_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is known by its bytes; other bytes are looked through, whatever is known."""
    (tmp_path / "logo.svg").write_bytes(SVG)
    (tmp_path / "mark.svg").write_bytes(SVG.replace(b"40 20", b"50 20"))
    found = partial(check_picture, tmp_path, place=Place(file="clinics/elm/_brand.yml"))
    assert [*found("logo.svg")] == []
    fault = Problem(place=Place(file="logo.svg"), code="seen", message="looked through", hint="")

    monkeypatch.setattr("leafwright.pictures.check.check_drawing", lambda _root: [fault])

    assert [*found("logo.svg")] == []
    assert [*found("mark.svg")] == [fault]


def test_a_drawing_with_faults_is_never_known_as_sound(tmp_path: Path) -> None:
    """The engine would draw it; to measure it does not make it one that may be printed."""
    (tmp_path / "logo.svg").write_bytes(SVG.replace(b"<path", b'<path onclick="play()"'))

    measure_picture(tmp_path / "logo.svg")

    (problem,) = check_picture(tmp_path, "logo.svg", Place(file="clinics/elm/_brand.yml"))
    assert problem.code == "unsafe-svg"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"width": 1}', b"\xff", b"1e999"])
def test_a_damaged_memory_is_no_memory(damage: bytes, cache: Path) -> None:
    """What cannot be read back is found again."""
    first = try_picture(grey(90))
    (path,) = (cache / "pictures").glob("*.json")
    path.write_bytes(damage)

    assert try_picture(grey(90)) == first


def test_a_memory_of_another_picture_is_no_memory(cache: Path) -> None:
    """One that was changed, or put in the place of another's, is not believed."""
    first, second = try_picture(grey(90)), try_picture(grey(200))
    assert first != second
    one, other = sorted((cache / "pictures").glob("*.json"))
    kept = one.read_text("utf-8"), other.read_text("utf-8")

    one.write_text(kept[1], "utf-8")
    other.write_text(kept[0].replace('"width": ', '"width": 1'), "utf-8")

    assert (try_picture(grey(90)), try_picture(grey(200))) == (first, second)


def test_a_process_that_died_is_replaced() -> None:
    """However it ended, the next picture is not affected."""
    try_picture(grey(90))
    (running,) = worker._RUNNING  # whom to end is nobody else's business
    os.kill(running.process.pid or 0, signal.SIGKILL)
    running.process.join(10)

    assert isinstance(try_picture(grey(91)), PictureMeasure)


def test_a_process_that_dies_of_a_picture_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ends, by its limits say, leaves a line with what to do; the next picture is drawn."""
    try_picture(grey(90))
    (running,) = worker._RUNNING  # whom to end is nobody else's business
    monkeypatch.setattr(running.process, "is_alive", lambda: True)
    running.line.close()

    problem = try_picture(grey(91))

    assert isinstance(problem, Problem)
    assert problem.code == "picture-too-complex"
    assert isinstance(try_picture(grey(92)), PictureMeasure)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")
def test_a_picture_that_takes_too_long_is_given_up() -> None:
    """It is reported with what to do, and the next picture is drawn."""
    long = SVG.replace(b"M0 0H40V20H0z", b"M0 0" + b" 1 2" * 24_000)

    problem = try_picture(PictureRequest(content=long, kind="SVG", size=(40, 20), seconds=0.01))

    assert isinstance(problem, Problem)
    assert problem.code == "picture-too-complex"
    assert "simplify" in problem.hint
    assert isinstance(try_picture(grey(93)), PictureMeasure)


def test_without_the_engine_nothing_is_said_of_a_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine without it `check` uses what is written; the proportions are still known."""
    monkeypatch.setattr("leafwright.pictures.check.try_picture", lambda _request: None)
    (tmp_path / "logo.svg").write_bytes(SVG)

    assert list(check_picture(tmp_path, "logo.svg", Place(file="clinics/elm/_brand.yml"))) == []
    assert asdict(measure_picture(tmp_path / "logo.svg")) == asdict(PictureMeasure(width=40, height=20))
