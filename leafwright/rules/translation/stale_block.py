"""The words of a part are older than the source they were made from."""

from leafwright.rules import Bilingual, Finding, Findings
from leafwright.translation import called, is_of_a_part


def check(reading: Bilingual) -> Findings:
    """Report parts whose words are older than the source, or still to be done."""
    count, source = len(reading.parts), reading.file.source.name
    together = f"{{n}} of {count} parts are older than what {source} says, or still to be done"
    for name in reading.file.state.stale:
        part = reading.file.translation.parts[name]
        if part.todo:
            message, hint = (
                f"{called(name)} is still to be done",
                "bring its words up to date, and take `todo` out",
            )
        else:
            message = f"the words of {called(name)} are older than what {source} says"
            hint = f"run `{reading.command}`, and bring them up to date"
            if is_of_a_part(part.made_from):
                hint += "; its one fingerprint, of an earlier release, does not tell which texts changed"
        yield Finding(place=reading.place_of(name), message=message, hint=hint, together=together)
