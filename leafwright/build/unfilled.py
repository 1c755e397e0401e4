"""Find sheets that a clinic wants to be filled in on a screen, and that have nothing to fill in."""

from collections.abc import Iterator
from dataclasses import replace

from leafwright.build.editions import is_written_in
from leafwright.build.requested import list_topics
from leafwright.build.selection import Selection
from leafwright.library import Library
from leafwright.problems import Problem, Severity


def find_unfilled(library: Library, selection: Selection) -> Iterator[Problem]:
    """Mention each sheet that has no fillable edition for that reason, once for all languages."""
    editions, said = library.formats.editions, set[tuple[str, str, str]]()
    on_any_paper = replace(selection, papers=())
    for topic in list_topics(library):
        prints, file = topic.folder.clinic.prints, topic.handout
        fillable = [str(name) for name in prints.editions if editions[name].fillable]
        for sheet in file.handout.sheets_of(prints.variants) if file and fillable else ():
            named = topic.folder.id, topic.topic, sheet
            key = replace(topic.key, variant=sheet, edition=fillable[0])
            if file is None or named in said or not on_any_paper.chooses(key, file.handout.kind_of(sheet)):
                continue
            if not is_written_in(file.handout, sheet):
                said.add(named)
                what = f"the {sheet} of {topic.topic} has nothing to fill in"
                yield Problem(
                    place=prints.place_of("editions"),
                    code="nothing-to-fill-in",
                    message=f"{what}: no {fillable[0]} edition is made",
                    hint="nothing is wrong; fields, checklists and [[blanks]] are what people fill in",
                    severity=Severity.ADVICE,
                )
