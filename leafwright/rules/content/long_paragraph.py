"""A paragraph has too many sentences."""

from leafwright.rules import Finding, Findings, PassageKind, Reader


def check(reader: Reader, *, most: int) -> Findings:
    """Report paragraphs of more than `most` sentences."""
    for passage in reader.of_kind(PassageKind.PARAGRAPH):
        if (count := len(passage.sentences)) > most:
            yield Finding(
                place=passage.place,
                message=f"the paragraph has {count} sentences",
                hint=f"write at most {most}: a blank line begins the next paragraph",
            )
