"""A part of the leaflet has no words in the other language."""

from leafwright.rules import Bilingual, Finding, Findings
from leafwright.translation import called


def check(reading: Bilingual) -> Findings:
    """Report parts of the source that are not translated, or not completely."""
    parts, hint = reading.parts, "write the words"
    for name in reading.file.state.missing:
        translated = reading.file.translation.parts.get(name)
        words = translated.words if translated else {}
        missing = [path for path in parts[name].texts if path not in words]
        some = f"{called(name)} has no words for {', '.join(missing)}"
        yield Finding(
            place=reading.place_of(name),
            message=some if words else f"{called(name)} is not translated",
            hint=hint if translated and translated.todo else f"run `{reading.command}`, and {hint}",
            together=f"{{n}} of {len(parts)} parts lack words",
        )
