"""A sheet lacks a part that its variant must hold.

What (English only): Finds sheets without the parts that the record of their variant lists, except those that
the profile leaves out. A part is there if a block of its kind is, such as a balance or a list of questions,
or if headings or sentences are about it: "side effects", "if you choose not to", "when you go home". Some
parts are only needed in a certain kind of handout, which its variants show. A planned procedure has a
preparation and an aftercare sheet; no other handout needs aftercare or other treatments in its leaflet, or an
appointment, things to bring and questions in its preparation. It needs benefits, risks and no treatment, and
so does a handout with a comparison of treatments. The files cannot be read without whom the sheet is for, the
review date and other formats; whom to phone and when to get help have rules of their own.

Why: People can only agree to a treatment if they know its benefits, its risks and the alternatives, no
treatment included: UK law since Montgomery v Lanarkshire (2015), and the BRAN questions of Choosing Wisely.
The Patient Information Forum and trust templates ask for what to ask, aftercare, when to get help, and
sources.

Bad:
```yaml
sections:
  - id: what
    heading: What is it?
    blocks:
      - kind: paragraphs
        id: what-text
        text: |
          A needle puts medicine into your knee. It can ease pain for some weeks [@elm1999].

          There are other treatments, and you can choose not to have one. Ask us. Rest afterwards.
      - {kind: warning, id: alarm, level: emergency, heading: Do not wait, action: Say what was done.}
  - id: before
    heading: Before you come
    blocks:
      - {kind: appointment, id: visit}
variants:
  leaflet:
    sections: [what]  # <-
  preparation:
    sections: [before]  # <-
  aftercare:
    sections: [what]  # <-
```

Good:
```yaml
sections:
  - id: what
    heading: What is it?
    blocks:
      - kind: paragraphs
        id: what-text
        text: |
          A needle puts medicine into your knee. It can ease pain for some weeks [@elm1999].
          Side effects are rare [@elm1999].

          There are other treatments, and you can choose not to have one. Ask us. Rest afterwards.
      - {kind: warning, id: alarm, level: emergency, heading: Do not wait, action: Say what was done.}
  - id: before
    heading: Before you come
    blocks:
      - {kind: appointment, id: visit}
      - {kind: checklist, id: bring, items: [your glasses, a list of your medicines]}
      - {kind: questions, id: ask, items: [How long does it take?]}
  - id: home
    heading: What to expect
    blocks:
      - {kind: paragraphs, id: home-text, text: Your knee may be sore.}
variants:
  leaflet:
    sections: [what]
  preparation:
    sections: [before]
  aftercare:
    sections: [home]
```

```yaml
sections:
  - id: cool
    heading: Keeping cool in summer
    blocks:
      - {kind: paragraphs, id: cool-text, text: "Drink often [@elm1999]. Ask your pharmacist."}
      - {kind: warning, id: alarm, level: emergency, heading: Do not wait, action: Say how long it lasts.}
variants:
  leaflet:
    sections: [cool]
```

```yaml
sections:
  - id: drops
    heading: Your eye drops
    blocks:
      - {kind: paragraphs, id: drops-text, text: "They calm the eye [@elm1999]. Ask your pharmacist."}
      - {kind: warning, id: alarm, level: emergency, heading: Do not wait, action: Say which drops you take.}
variants:
  leaflet:
    sections: [drops]
  preparation:
    summary: What to do before you begin.
    sections: [drops]
```
"""

from collections.abc import Iterator

from leafwright.blocks.traits import LeafletPart
from leafwright.model.walk import texts_of
from leafwright.rules import Finding, Reader
from leafwright.rules.kinds import asked_of
from leafwright.rules.parts import HINTS, WORDS, parts_of


def check(reader: Reader, *, leave_out: tuple[LeafletPart, ...]) -> Iterator[Finding]:
    """Report parts that the record of a variant asks for and its sheet lacks, but for those left out."""
    for name, variant in reader.handout.variants.items():
        demanded = set(asked_of(reader, name)) - set(leave_out)
        for part in _missing(reader, name, [part for part in LeafletPart if part in demanded]):
            about, hint = HINTS[part]
            yield Finding(
                place=variant.place_of("sections"),
                message=f"the {name} sheet says nothing about {about}",
                hint=hint,
            )


def _missing(reader: Reader, name: str, asked: list[LeafletPart]) -> Iterator[LeafletPart]:
    """Go through the asked parts that neither a block nor any words of a variant are about."""
    sections = reader.handout.sections_of(name)
    shown = frozenset[LeafletPart]().union(
        *(parts_of(block) for section in sections for block in section.blocks)
    )
    words = ""
    for part in asked:
        if part in shown:
            continue
        words = words or _words_of(reader, name)
        if part not in WORDS or not WORDS[part].search(words):
            yield part


def _words_of(reader: Reader, name: str) -> str:
    """Join what a variant says at a glance and in its sections."""
    handout = reader.handout
    chosen = {section.id for section in handout.sections_of(name)}
    *_, glance = handout.opening_of(name, whole=reader.formats.variant_of(handout, name).whole)
    texts = [text.plain for text in texts_of(glance)]
    in_sections = (passage for passage in reader.passages if passage.section)
    texts += [passage.text for passage in in_sections if passage.section and passage.section.id in chosen]
    return "\n".join(texts).lower()
