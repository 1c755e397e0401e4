"""How the columns of a table share a line."""

from typing import Final

LETTERS: Final = 50
"""How many letters fit on a line of the narrowest column in which a table is printed."""


def divide_line(least: list[int], wants: list[float]) -> tuple[float, ...]:
    """Divide a line by what the columns need, in hundredths; none gets less than its least, in letters."""
    room, free = LETTERS, set(range(len(least)))
    while tight := _tight(least, wants, free, room):
        free -= tight
        room -= sum(least[column] for column in tight)
    wanted = sum(wants[column] for column in free)
    widths = [
        wants[column] * room / wanted if column in free else float(least[column])
        for column in range(len(least))
    ]
    return tuple(round(100 * width / sum(widths), 2) for width in widths)


def _tight(least: list[int], wants: list[float], free: set[int], room: int) -> set[int]:
    """Choose from the columns that share the room those whose share is less than their least."""
    wanted = sum(wants[column] for column in free)
    return {column for column in free if wants[column] * room < least[column] * wanted}
