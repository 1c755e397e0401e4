"""A silence: an author's word, with a reason, that one rule does not apply at one place."""

from leafwright.model.record import Key, KnownName, Record


class Silence(Record):
    """One rule that is not told of this block, section, handout or reference, and why; never printed."""

    rule: Key
    reason: KnownName
