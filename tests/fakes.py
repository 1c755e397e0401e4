"""Fakes of what is slow: a prover without the engine, for facts that are not about pages."""

from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest

from leafwright.build import (
    BuildRequest,
    Decision,
    Drafts,
    Job,
    Printed,
    Result,
    Selection,
    WorkerPool,
    build_sheets,
    decide,
    draft_sheets,
)
from leafwright.build.fingerprint import Toolchain
from leafwright.build.products import PRODUCTS
from leafwright.library import load_library
from leafwright.manifest import Entry, Rung, Withheld, read_output
from leafwright.problems import Place, Problem, Severity
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace

THREAD: Final = WorkerPool(size=1, open=ThreadPoolExecutor)


@dataclass(frozen=True, kw_only=True)
class FakeProver:
    """Proves any job; `printed` lists its paths.

    `findings` say what to report by variant or by edition, `faults` by variant.
    """

    printed: list[str] = field(default_factory=list)
    findings: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    faults: dict[str, BaseException] = field(default_factory=dict)

    def prove(self, job: Job) -> Printed:
        """Stand in for `prove_job`."""
        self.printed.append(job.key.path)
        if fault := self.faults.get(job.key.variant):
            raise fault
        return Printed(
            content=f"%PDF-1.7 of {job.key}\n{job.html}\n%%EOF".encode(),
            thumbnail=f"WEBP of {job.key}".encode(),
            pages=2,
            rung=Rung(space=0.92),
            fills=(0.9, 0.4),
            problems=self.findings.get(job.key.variant, self.findings.get(job.key.edition, ())),
            print_file=b"%PDF-1.7 two by two\n%%EOF" if job.sheet.format.imposed else b"",
        )


def fake_prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Replace the workers with a prover that needs no engine."""
    prover = FakeProver()
    monkeypatch.setattr("leafwright.build.run.prove_job", prover.prove)
    monkeypatch.setattr("leafwright.build.default_pool", lambda *_: THREAD)
    monkeypatch.setattr("leafwright.build.local_pool", lambda *_: THREAD)
    return prover


def stand_in_for_brand_proof(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Replace the proof of a brand with some bytes, for facts about the file they become."""
    proof = SimpleNamespace(problems=(), pages=1, content=content)
    monkeypatch.setattr("leafwright.cli.brand._prove", lambda *_: proof)


def finding(code: str = "lost-content", severity: Severity = Severity.ERROR) -> Problem:
    """Find something on a sheet."""
    place = Place(file="handouts/sore-knee/en.yaml", line=3, column=5)
    return Problem(place=place, code=code, message="something is wrong", hint="correct it", severity=severity)


def drafts_of(workspace: Workspace, **chosen: tuple[str, ...]) -> Drafts:
    """Draft a workspace, on a toolchain that never changes."""
    toolchain = Toolchain(workspace=workspace, fingerprint="the toolchain", versions={})
    selection = replace(Selection(), **chosen)  # type: ignore[arg-type]  # names of its fields
    return draft_sheets(load_library(workspace), selection, toolchain)


def carry_out(drafts: Drafts, request: BuildRequest) -> Generator[Result]:
    """Decide on drafts, and carry the decisions out."""
    output = read_output(request.output)
    return build_sheets(decide(drafts, output, request), output, request, drafts.toolchain)


def decisions_on(drafts: Drafts, request: BuildRequest) -> tuple[Decision, ...]:
    """Decide on drafts."""
    return decide(drafts, read_output(request.output), request)


def entries_in(folder: Path) -> Mapping[SheetKey, Entry]:
    """Read the entries of an output folder."""
    return read_output(folder).entries


def withheld_in(folder: Path) -> tuple[Withheld, ...]:
    """Read what an output folder withholds."""
    return read_output(folder).withheld


def files_of(keys: Iterable[SheetKey]) -> set[str]:
    """Name what a build leaves of some sheets: files, pictures of first pages, products, the manifest."""
    named = list(keys)
    products = (key.product(product.ending) for key in named for product in PRODUCTS)
    return {
        "SHA256SUMS",
        "manifest.json",
        *(path for key in named for path in (key.path, key.thumbnail)),
        *products,
    }


def tree_of(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
