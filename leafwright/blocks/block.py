"""What every block has."""

from leafwright.model.record import Key, Record
from leafwright.model.silence import Silence


class BlockRecord(Record):
    """What all blocks have: an id that is theirs for good, and perhaps rules that do not apply to them."""

    id: Key
    silence: tuple[Silence, ...] = ()
    kind: str
