"""The reader is told to stop a medicine, with nobody to ask first.

What: Finds sentences that tell the reader to stop, hold, skip or leave out a medicine, where neither that
sentence nor a neighbour in the same text names who decides: a doctor, nurse, pharmacist, clinic or "us".
"Do not stop" is left alone. English only.

Why: Stopping a blood thinner, a steroid or insulin can kill. Which to stop, and when, is decided for each
patient, by somebody they can ask.

Bad:
```yaml
- kind: steps
  id: before
  items:
    - Stop taking warfarin 5 days before you come.  # <-
    - Do not take your blood thinners on the day.  # <-
    - Leave out your diabetes tablets that morning.  # <-
```

Good:
```yaml
- kind: steps
  id: before
  items:
    - Do not stop any medicine unless we tell you to.
    - Stop taking warfarin only if your clinic has told you to.
    - Ask your pharmacist before you stop your tablets.
    - Stop smoking before your operation.
    - Take your usual medicines with a sip of water.
    - If a rash appears, stop using the cream and phone us.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Passage, Reader

_MEDICINE: Final = (
    r"(?:medicines?|medications?|tablets?|pills?|capsules?|blood[ -]?thinn\w+|anticoagulants?|aspirin"
    r"|warfarin|clopidogrel|apixaban|rivaroxaban|dabigatran|edoxaban|heparin|insulin|metformin|steroids?"
    r"|prednisolone|ibuprofen|naproxen|anti-inflammator\w+|HRT|the\s+pill|inhalers?|antidepressants?|statins?"
    r"|beta[ -]?blockers?|painkillers?|antibiotics?)"
)
_STOP: Final = re.compile(
    rf"""(?<![\w-])(?:
        (?P<never>(?:do\s+not|don['’]t|never|should\s+not|must\s+not)\s+)?
        (?:stop(?:\s+(?:taking|using))?|discontinue|withhold|omit|skip|leave\s+out|miss(?:\s+out)?|come\s+off)
      | (?:do\s+not|don['’]t|should\s+not|must\s+not)\s+(?:take|use)(?!\s+(?:any\s+)?(?:more|extra|other))
    )\s+(?:(?:all|any|both|your|the|these|those|this|regular|usual|morning|daily|oral|diabetes|of)\s+){{0,4}}{_MEDICINE}\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WHO: Final = re.compile(
    r"\b(?:doctors?|GPs?|nurses?|pharmacists?|consultants?|surgeons?|specialists?|team|clinic|prescriber|we|us|anaesthetists?"
    r"|anesthesiologists?|midwife|midwives|dentists?|health\s?care\s+professional|provider)\b",
    re.IGNORECASE,
)


def check(reader: Reader) -> Iterator[Finding]:
    """Report advice to stop a medicine that names nobody who decides."""
    if not reader.language.startswith("en"):
        return
    for passage in reader.prose:
        for found in _STOP.finditer(passage.text):
            if not found["never"] and not _WHO.search(_around(passage, found.start())):
                yield Finding(
                    place=passage.place_at(found.start()),
                    message=f"'{' '.join(found[0].split())}' stops a medicine, and nobody is to be asked",
                    hint="say who decides: only if your clinic has told you to",
                )


def _around(passage: Passage, offset: int) -> str:
    """Return the sentence at an offset with the one before it and the one after it."""
    at = passage.sentences.index(passage.sentence_at(offset))
    return " ".join(sentence.text for sentence in passage.sentences[max(at - 1, 0) : at + 2])
