"""Telephone numbers: how they are written, what they dial, and whether anybody can dial them."""

from leafwright.telephone.judging import (
    BRITISH,
    EMERGENCY,
    RELAYS,
    SHORT,
    Fault,
    is_for_emergencies,
    judge,
)
from leafwright.telephone.numbers import (
    EXTENSION,
    FORM,
    NUMBER,
    can_dial,
    dial,
    digits_of,
    find_numbers,
    split_extension,
    written_within,
)
