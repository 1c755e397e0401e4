"""A placeholder was never replaced with the leaflet's own words.

What: Finds words that somebody meant to replace later: square brackets that ask to be filled in, such as
those of `new handout`, names in braces, "lorem ipsum", XXX, TBC and the like, "insert the dose here" and
three question marks in a sentence. Cited sources are read too, but there only brackets that say what to write
count; so are the fields that `made-up` names. In an approved handout, it also finds addresses on domains that
are reserved for examples, in links, QR codes, words and cited sources, and phone numbers that are reserved
for fiction, such as 07700 900142 and 555-0142. Brackets around an aside, such as "[see page 2]", are left
alone. In a handout whose status is draft or example, a finding is a warning at most.

Why: On paper, nobody can replace it any more. A patient reads "phone us on XXX".

Bad:
```yaml
status: approved
approver: The knee team
glance:
  message: "[This is where the main message goes.]"  # <-
  points:
    - Phone us on XXX.  # <-
    - Take {dose} twice a day.  # <-
summary: Lorem ipsum dolor sit amet.  # <-
funding: TBC  # <-
```

```yaml
- kind: paragraphs
  id: dose
  text: |
    Take [number] tablets.  # <-
    Insert the name of the ward here.  # <-
    You go home after ??? hours.  # <-
```

Good:
```yaml
status: approved
approver: The knee team
glance:
  message: You can rest your knee at home.
  points: [Rest your knee., Phone us., Take 2 tablets twice a day.]
summary: What you can do about a sore knee [see page 2].
funding: No outside funding.
```

```yaml
- kind: paragraphs
  id: dose
  text: |
    Take 2 tablets. Write your questions here. Some people have XX chromosomes.
    The name of the ward is on your letter. Are you worried? Blood sugar is told in units [mmol/L].
```
"""

from collections.abc import Iterator
from typing import Final

from leafwright.blocks.qr import QR
from leafwright.fictional import fictional_in, is_fictional_address
from leafwright.problems import Place, Severity
from leafwright.rules import Finding, Reader
from leafwright.rules.links import fictional_links
from leafwright.rules.placeholder import find_placeholders, find_unwritten
from leafwright.rules.strings import strings_of

_HINT: Final = "write what belongs there, or take it out"


def check(reader: Reader) -> Iterator[Finding]:
    """Report placeholders."""
    most = Severity.ERROR if reader.handout.status == "approved" else Severity.WARNING
    for words, place in _held(reader):
        message = f"'{words}' is still a placeholder"
        yield Finding(place=place, message=message, hint=_HINT, at_most=most)
    for name, place in reader.handout.placed("made_up"):
        message = f"'{name}' is made up, as this line says"
        hint = f"decide what it is, and take {name} out of the line"
        yield Finding(place=place, message=message, hint=hint, at_most=most)
    if reader.handout.status == "approved":
        for words, place in _fictional(reader):
            message = f"'{words}' is reserved for examples: nobody answers there"
            yield Finding(place=place, message=message, hint=_HINT)


def _held(reader: Reader) -> Iterator[tuple[str, Place]]:
    for passage in reader.passages:
        for words, start in find_placeholders(passage.text):
            yield words, passage.place_at(start)
    for reference in reader.cited:
        for text, place in strings_of(reference):
            for words in find_unwritten(text):
                yield words, place


def _fictional(reader: Reader) -> Iterator[tuple[str, Place]]:
    for passage in reader.passages:
        for words, start in fictional_in(passage.text):
            yield words, passage.place_at(start)
        yield from ((address, passage.place) for address in fictional_links(passage.written))
    for block in reader.handout.blocks():
        if isinstance(block, QR) and is_fictional_address(block.address):
            yield block.address, block.place_of("address")
    for reference in reader.cited:
        if reference.url and is_fictional_address(reference.url):
            yield reference.url, reference.place_of("URL")
