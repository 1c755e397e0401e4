"""The same leaflets in Typst: every text of a sheet, in order, with headings, lists and boxes."""

from collections.abc import Iterator

from leafwright.sheet import Sheet
from tools.bench.pages import Pages

HEAD = """
#set document(title: "{title}")
#set page(paper: "{paper}", margin: (x: 18mm, top: 18mm, bottom: 24mm), numbering: "1 / 1")
#set text(font: "{font}", size: {size}pt, lang: "en")
#set par(leading: 0.6em, spacing: 0.9em)
"""


def write_typst(pages: Pages) -> None:
    """Write the PDF of every sheet in one process, by the standard for accessible PDF."""
    import typst  # noqa: PLC0415  # only where it is installed

    faces = [str(pages.fontconfig.parent / "faces")]
    for job in pages.jobs:
        source = pages.file(job).with_suffix(".typ")
        source.write_text("\n".join(_document(job.sheet)), "utf-8")
        typst.compile(
            str(source),
            output=str(source.with_suffix(".pdf")),
            font_paths=faces,
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )


def _document(sheet: Sheet) -> Iterator[str]:
    from leafwright.sheet.inventory import printed, texts_in  # noqa: PLC0415  # the fonts had to come first

    size = sheet.format.type.body
    paper = {"Letter": "us-letter", "Legal": "us-legal"}.get(sheet.format.paper, "a4")
    yield HEAD.format(title=_quoted(sheet.title.plain), paper=paper, font=sheet.theme.base, size=size)
    yield f"= {_escaped(sheet.title.plain)}\n"
    yield f"{_escaped(sheet.summary.plain)}\n"
    for part in sheet.sections:
        yield f"== {_escaped(part.heading.plain)}\n"
        for block in part.blocks:
            lines = [_escaped(printed(text)) for text in texts_in(block)]
            boxed = getattr(block, "kind", "") in {"risk", "warning", "comparison", "contacts"}
            text = "\n\n".join(lines)
            yield f"#block(stroke: 0.5pt, inset: 4mm, width: 100%)[\n{text}\n]\n" if boxed else f"{text}\n"
    for source in sheet.sources:
        yield f"+ {_escaped(source.text.plain)}"
    for line in sheet.control:
        yield f"\n*{_escaped(line.label.plain)}* {_escaped(line.text.plain)}"
    yield f"\n{_escaped(sheet.disclaimer.plain)}"


def _escaped(words: str) -> str:
    return "".join(f"\\{sign}" if sign in r"\#$*_@<>[]`~=+-/\"'" else sign for sign in words)


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
