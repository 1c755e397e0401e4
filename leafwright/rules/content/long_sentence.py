"""A sentence is too long."""

from collections.abc import Iterator

from leafwright.rules import Finding, Findings, Reader


def check(reader: Reader, *, most: int) -> Findings:
    """Report sentences of more than `most` words, or than the strictest sheet that prints them allows."""
    limits = dict(_limits(reader))
    for passage in reader.prose:
        allowed = min(most, limits.get(passage.section.id if passage.section else "", most))
        for sentence in passage.sentences:
            if (count := len(sentence.words)) > allowed:
                yield Finding(
                    place=passage.place_at(sentence.start),
                    message=f"the sentence has {count} words",
                    hint=f"write at most {allowed}: make two sentences, or a list",
                )


def _limits(reader: Reader) -> Iterator[tuple[str, int]]:
    """Go through the sections that a variant has a limit of its own for; what stands above them has no id."""
    handout = reader.handout
    own = {name: reader.formats.variant_of(handout, name).sentence for name in handout.variants}
    if all(own.values()):
        yield "", max(filter(None, own.values()))
    for name, limit in sorted(own.items(), key=lambda setting: -(setting[1] or 0)):
        yield from ((section.id, limit) for section in handout.sections_of(name) if limit)
