"""What a page may load."""

import pytest
from weasyprint.urls import FatalURLFetchingError

from leafwright.html import ORIGIN
from leafwright.pdf import Engine, prove
from leafwright.pdf.fetch import FilesInHand, WorkspaceFetcher
from leafwright.sheet import Sheet
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC, LOGO

REFUSED = [
    "http://example.org/logo.svg",
    "https://example.org/logo.svg",
    "//example.org/logo.svg",
    "ftp://example.org/logo.svg",
    "file:///etc/passwd",
    "file:///etc/logo.svg",
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E",
    "../secret.svg",
    "clinics/../../secret.svg",
    "clinics/%2e%2e/%2e%2e/secret.svg",
    "clinics/..%2f..%2fsecret.svg",
    "/etc/passwd",
    "output/secret.svg",
    "handouts/references.yaml",
    "clinics/nowhere/logo.svg",
    ORIGIN.replace("https", "http") + "styles/index.css",
    ORIGIN.rstrip("/") + ".example.org/styles/index.css",
]


@pytest.fixture
def fetcher(workspace: Workspace) -> WorkspaceFetcher:
    """Serve the files of the small workspace; beside it is a file that does not belong to it."""
    (workspace.root.parent / "secret.svg").write_text(LOGO, encoding="utf-8")
    (workspace.root / "secret.svg").write_text(LOGO, encoding="utf-8")
    return WorkspaceFetcher(workspace)


def test_a_file_of_the_workspace_is_served(fetcher: WorkspaceFetcher) -> None:
    """A clinic's logo comes with its type."""
    response = fetcher.fetch(f"{ORIGIN}clinics/{CLINIC}/logo.svg")

    assert (response.read().decode(), response.content_type) == (LOGO, "image/svg+xml")


def test_a_shared_style_is_served(fetcher: WorkspaceFetcher) -> None:
    """A style that Leafwright brings along is found without a copy in the workspace."""
    assert fetcher.fetch(f"{ORIGIN}styles/index.css").content_type == "text/css"


@pytest.mark.parametrize("address", REFUSED)
@pytest.mark.usefixtures("fetcher")
def test_any_other_address_is_refused(address: str, sheet: Sheet, html: str, engine: Engine) -> None:
    """A picture from the network, the disk, the address itself or another folder stops the sheet."""
    proof = prove(sheet, html.replace("</main>", f'<img src="{address}" alt="x"></main>'), engine)

    assert [problem.code for problem in proof.problems] == ["refused-address"]
    assert proof.problems[0].hint == "only pictures and styles of the workspace are printed"


@pytest.mark.parametrize("address", REFUSED)
def test_the_fetcher_raises_what_the_engine_cannot_swallow(fetcher: WorkspaceFetcher, address: str) -> None:
    """A refusal is fatal: the engine would go on without the picture after any other error."""
    with pytest.raises(FatalURLFetchingError, match="may not load"):
        fetcher.fetch(address)


@pytest.mark.parametrize(
    "style",
    [
        "@import url(https://example.org/a.css);",
        "p { background: url(https://example.org/a.svg) }",
        "@font-face { font-family: A; src: url(https://example.org/a.ttf) } p { font-family: A }",
        "p::before { content: url(file:///etc/passwd) }",
        "ul { list-style-image: url(../secret.svg) }",
    ],
)
def test_a_style_cannot_load_it_either(sheet: Sheet, html: str, engine: Engine, style: str) -> None:
    """Every way by which a style sheet names a file goes through the same fetcher."""
    proof = prove(sheet, html.replace("</head>", f"<style>{style}</style></head>"), engine)

    assert [problem.code for problem in proof.problems] == ["refused-address"]
    assert proof.problems[0].hint == "only pictures and styles of the workspace are printed"


def test_a_refused_sheet_has_no_content(sheet: Sheet, html: str, engine: Engine) -> None:
    """Nothing is written of a sheet that loads what it may not have."""
    proof = prove(
        sheet, html.replace("</main>", '<img src="https://example.org/x.png" alt="x"></main>'), engine
    )

    assert (proof.content, proof.pages) == (b"", 0)


def test_a_sheet_after_a_refused_one_is_whole(sheet: Sheet, html: str, engine: Engine) -> None:
    """A refusal leaves nothing in the engine."""
    before = prove(sheet, html, engine)

    prove(sheet, html.replace("</main>", '<img src="https://example.org/x.png" alt="x"></main>'), engine)

    assert prove(sheet, html, engine) == before


def test_a_page_has_no_file_that_did_not_come_with_it() -> None:
    """A fetcher that is given bytes looks for nothing on the disk, be it a style that comes along."""
    fetcher = WorkspaceFetcher(FilesInHand(contents={"clinics/elm-street/logo.svg": LOGO.encode()}))

    assert fetcher.fetch(f"{ORIGIN}clinics/elm-street/logo.svg").read() == LOGO.encode()
    with pytest.raises(FatalURLFetchingError, match="may not load"):
        fetcher.fetch(f"{ORIGIN}styles/index.css")


@pytest.mark.parametrize(
    ("name", "served"),
    [
        ("styles/own.css", "text/css"),
        ("clinics/a/logo.svg", "image/svg+xml"),
        ("handouts/knee/a.png", "image/png"),
        ("handouts/knee/a.jpg", "image/jpeg"),
        ("handouts/knee/a.jpeg", "image/jpeg"),
    ],
)
def test_each_kind_of_file_is_served_with_its_type(name: str, served: str) -> None:
    """The engine reads a picture by the type it is reported."""
    fetcher = WorkspaceFetcher(FilesInHand(contents={name: b"made up"}))

    response = fetcher.fetch(f"{ORIGIN}{name}")

    assert (response.read(), response.content_type) == (b"made up", served)


def test_the_index_imports_every_style_in_the_layer_of_its_folder() -> None:
    """In the order of the layers, then of the names; what an editor left over is passed by."""
    folders = ("blocks", "parts", "layouts", "scales", "editions", "directions")
    names = [f"styles/{folder}/{name}.css" for folder in reversed(folders) for name in "ba"]
    others = ["styles/index.css", "styles/page.css", "styles/blocks/a.css~", "styles/blocks/deeper/a.css"]
    contents = dict.fromkeys((*names, *others, "styles/blocks/.#a.css", "styles/elsewhere/a.css"), b"/* */")

    index = (
        WorkspaceFetcher(FilesInHand(contents=contents)).fetch(f"{ORIGIN}styles/index.css").read().decode()
    )

    assert index == "/* */" + "".join(
        f'@import url("{folder}/{name}.css") layer({folder});\n' for folder in folders for name in "ab"
    )
