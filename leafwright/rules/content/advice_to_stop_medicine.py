"""The reader is told to stop a medicine, with nobody to ask first."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Passage, PassageKind, Reader

_PRESCRIBED: Final = r"""(?:
    blood[ -]?thinn\w+(?:\s+(?:medicines?|medications?|tablets?|drugs?))?
  | anti-?coagulants?|anti-?platelets?|heparin|warfarin|dabigatran|\w+xaban|aspirin|\w+grel|ticagrelor
  | insulins?|metformin|gliclazide|glimepiride|\w+gliflozin|\w+glutide|coumadin|plavix|eliquis|xarelto
  | (?:cortico)?steroids?|predniso\w+|methotrexate|lithium|tamoxifen|hrt|\w*statins?|\w+pril|\w+sartan|\w+olol
  | antidepressants?|beta[ -]?blockers?
)\b"""
_PRESCRIPTION: Final = re.compile(rf"\b{_PRESCRIBED}", re.IGNORECASE | re.VERBOSE)
_MEDICINE: Final = rf"""(?:{_PRESCRIBED}|(?:
    medicines?|medications?|drugs|(?:\w+\s+)?(?:tablets?|pills?|capsules?|inhalers?|patch(?:es)?)
  | anti-?inflammator(?:y|ies)(?:\s+(?:medicines?|tablets?|drugs?))?|antibiotics?|nsaids?|diuretics?
  | (?:sglt2|ace|dpp-?4|proton\s+pump)\s+inhibitors?|furosemide
  | ibuprofen|naproxen|diclofenac
)\b)"""
_WHOSE: Final = r"""(?:(?:all|any|both|your|the|these|those|this|some|of|regular|usual|prescribed|other
  |morning|daily|evening|doses?|oral|diabetes|heart|water|iron|blood|pressure|sugar)\s+){0,5}"""
_STOP: Final = re.compile(
    rf"""(?:stop|discontinue|cease|withhold|omit|skip|leave\s+out|miss(?:\s+out)?|come\s+off|pause)
    (?:\s+taking\s+(?:it|them)\b | (?:\s+(?:taking|using))?\s+{_WHOSE}{_MEDICINE})""",
    re.IGNORECASE | re.VERBOSE,
)
_ADVISED: Final = re.compile(
    r"""(?:^|[.;:,–—]|\b(?:please|must|should|and|then|so|also|(?:need|needs|have|ought|important)\s+to))
    [\s"“*]*(?:(?:also|temporarily)\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TAKE: Final = re.compile(
    rf"""(?:take|inject)\s+(?:(?P<yours>(?:any\s+of\s+|all\s+of\s+)?your)\s+{_WHOSE}{_MEDICINE}
    | (?:any|all)\s+{_WHOSE}{_MEDICINE} | {_WHOSE}{_PRESCRIBED} | (?P<it>it|them)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT: Final = re.compile(r"\b(?:do\s+not|don['’]t|must\s+not|should\s+not)\s+$", re.IGNORECASE)
_HOW: Final = re.compile(
    r"\s+(?:with|on\s+an|together|alongside|at\s+the\s+same|if|more|for\s+longer|in|into|to|containing|by|than|that|which"
    r"|not|unless|you|without)\b",
    re.IGNORECASE,
)
_A_TIME: Final = re.compile(
    r"\b(?:days?|morning|evening|night|weeks?|hours?|before|until|today|tomorrow)\b", re.IGNORECASE
)
_BE: Final = re.compile(
    rf"\b{_MEDICINE}(?:\s+[\w,()-]+){{0,5}}?\s+(?:must|should|needs?\s+to|will\s+(?:need|have)\s+to|ha(?:s|ve)\s+to|are\s+to|is\s+to)\s+be\s+$",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL: Final = re.compile(
    rf"""(?:^|[\s“*]){_MEDICINE}(?:\s+(?:such\s+as|like|including)\s+[\w,\s-]{{1,60}}?)?
    (?:\s*\([^()]{{1,80}}\))?\*{{0,2}}\s*[:–—][\s*]*(?:please\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The name of a medicine as a label, which what to do about it follows."""
_WHEN: Final = re.compile(
    r"""(?:stop|omit|discontinue|withhold|pause|last\s+dose)\b
    (?=\s*(?:$|[.;,])
    | \s+(?:\d|(?:on|from|at|before|for|until|while|the|an?|one|two|three|five|seven|is)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_OPEN: Final = re.compile(
    r"\b(?:if(?!\s+you(?:['’]re|\s+(?:are|have|take|use))\b)|whether|when|may|might|no|not|never|before)\b[^.,;:]*$",
    re.IGNORECASE,
)
"""What leaves it open whether to stop: a condition (but not one on the reader), a perhaps, a no."""

_WHO: Final = (
    r"\b(?:doctors?|gps?|nurses?|pharmacists?|consultants?|surgeons?|specialists?|practitioners?|physicians?|team|clinic"
    r"|unit|ward|department|hospital|prescriber|we|us|they|staff|an(?:a)?esthetists?|an(?:a)?esthesiologists?|midwife"
    r"|dentists?|\w+ologists?|chemists?|help\s?line|hotline|professionals?|providers?|office|someone|111|999|911)\b"
)
_SAYS: Final = (
    r"\b(?:tells?|told|advis\w+|asks?|asked|agree\w*|discuss\w*|speak|spoken|talk\w*|check\w*|instruct\w*|direct\w*"
    r"|decid\w+|let\s+you\s+know|says?|said|contact\w*|communicat\w*|phone|call|ring|approv\w+|confirm\w*)\b"
)
_ASKED: Final = re.compile(
    rf"{_WHO}.*{_SAYS}|{_SAYS}.*{_WHO}|\b(?:and|then|or)\s+(?:see|get|go)\b"
    r"|\b(?:unless|if|as|when|until)\s+(?:\w+\s+){0,3}(?:told|advised|asked|instructed|directed|agreed)\b",
    re.IGNORECASE,
)
_ASKED_BESIDE: Final = re.compile(
    rf"\b(?:unless|only\s+if|if|when|which|whether|first|before\s+you\s+stop)\b.*{_SAYS}"
    rf"|{_SAYS}.*\b(?:which|whether|what\s+to|when\s+to|how\s+to|before\s+you\s+stop|before\s+stopping|first)\b"
    rf"|\bdo\s+not\s+stop\b|{_WHO}\s+(?:\w+\s+)?(?:will|has|have)\s+(?:\w+\s+)?{_SAYS}",
    re.IGNORECASE,
)
_VERBS: Final = frozenset(
    ("stop", "discontinue", "cease", "withhold", "omit", "skip", "leave", "miss", "come", "pause")
)
_STOPPED: Final = frozenset(("stopped", "discontinued", "withheld", "omitted", "missed", "paused"))
_TAKEN: Final = frozenset(("take", "inject"))


def check(reader: Reader) -> Findings:
    """Report advice to stop a medicine that does not say who decides."""
    for word in sorted((_VERBS | _STOPPED | _TAKEN | {"last"}) & reader.vocabulary.keys()):
        for index, start in reader.vocabulary[word]:
            passage = reader.prose_and_risks[index]
            advice = _advice_at(start, word, passage)
            if advice and not _is_asked(reader, index, start):
                yield Finding(
                    place=passage.place_at(start),
                    message=f"'{' '.join(advice.split())}' stops a medicine without asking anybody",
                    hint="say who decides: only if your clinic has told you to",
                )


def _advice_at(start: int, word: str, passage: Passage) -> str:
    """Return the words around a verb that tell the reader to stop a medicine; empty if they do not."""
    sentence = passage.sentence_at(start)
    before = passage.text[sentence.start : start]
    if (labelled := _LABEL.search(before)) and (when := _WHEN.match(passage.text, start)):
        return labelled[0] + when[0]
    if word in _VERBS:
        match = _STOP.match(passage.text, start)
        return match[0] if match and _ADVISED.search(before) and not _OPEN.search(before) else ""
    if word in _STOPPED:
        about = _BE.search(before)
        return about[0] + word if about and not _OPEN.search(before[: about.start()]) else ""
    if word not in _TAKEN:
        return ""
    match, denied = _TAKE.match(passage.text, start), _NOT.search(before)
    if (
        not match
        or not denied
        or _OPEN.search(before[: denied.start()])
        or _HOW.match(passage.text, match.end())
    ):
        return ""
    timed = _A_TIME.search(sentence.text) and (not match["it"] or _PRESCRIPTION.search(before))
    return denied[0] + match[0] if match["yours"] or timed else ""


def _is_asked(reader: Reader, index: int, start: int) -> bool:
    """Return whether somebody decides: in the sentence, beside it, in the list's lead or just before."""
    passage = reader.prose_and_risks[index]
    sentence = passage.sentence_at(start)
    if _ASKED.search(sentence.text):
        return True
    at = passage.sentences.index(sentence)
    beside = [
        other.text for other in (*passage.sentences[max(at - 1, 0) : at], *passage.sentences[at + 1 : at + 2])
    ]
    for number, other in enumerate(reader.prose_and_risks[:index]):
        opens = other.kind is PassageKind.LEAD and other.block is passage.block
        if opens or (
            number == index - 1 and other.kind is not PassageKind.ITEM and other.section is passage.section
        ):
            beside += [other.text for other in other.sentences]
    return any(_ASKED_BESIDE.search(text) for text in beside)
