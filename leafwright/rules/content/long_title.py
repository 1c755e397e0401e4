"""A title is too long to be read at a glance."""

from leafwright.rules import Finding, Findings, PassageKind, Reader


def check(reader: Reader, *, most: int) -> Findings:
    """Report titles of more than `most` characters."""
    for passage in reader.of_kind(PassageKind.TITLE):
        if len(passage.text) > most:
            yield Finding(
                place=passage.place,
                message=f"the title has {len(passage.text)} characters, more than {most}",
                hint="say in fewer words what it is about; the summary can say the rest",
            )
