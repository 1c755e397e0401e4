"""A risk said and drawn: the sentence, its other half, the icon array and its alt text, from one record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from leafwright.blocks.difference import Difference
from leafwright.blocks.risk import Risk
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_number
from leafwright.sheet.record import Band, IconArray, LabelledLine, RiskView
from leafwright.text import Citation, Text

COLUMNS: Final = {100: 10, 1000: 40}


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskGroup:
    """The people that one of a risk's numbers is about; alone, they need no name."""

    number: int
    name: Text | None
    n: int


def view_risk(risk: Risk, words: Words, *, cited: bool) -> RiskView:
    """Derive everything that is printed of a risk; its references only when `cited`."""
    phrases = words.phrases.risk
    groups = tuple(_groups(risk))
    parts = _parts(risk)
    return RiskView(
        kind="risk",
        id=risk.id,
        heading=risk.heading,
        statements=tuple(_state(risk, group, words) for group in groups),
        arrays=tuple(_draw(risk, group, words) for group in groups if risk.picture),
        affected=fill(phrases.affected, words, **parts) if risk.picture else None,
        spared=fill(phrases.spared, words, **parts) if risk.picture else None,
        interpretation=risk.interpretation,
        facts=tuple(_facts(risk, words, cited=cited)),
    )


def view_difference(difference: Difference, words: Words, *, cited: bool) -> RiskView:
    """Derive what is printed of a difference between averages: words only, never figures."""
    scale = LabelledLine(label=words.phrases.risk.scale, text=difference.scale)
    return RiskView(
        kind="risk",
        id=difference.id,
        heading=difference.heading,
        statements=(difference.finding,),
        arrays=(),
        affected=None,
        spared=None,
        interpretation=None,
        facts=(scale, *_facts(difference, words, cited=cited)),
    )


def lay_bands(n: int, of: int) -> tuple[Band, ...]:
    """Lay `of` figures out in rows, the `n` affected ones first.

    At most four bands cover them: whole affected rows, the two parts of a shared row, whole spared rows.
    """
    columns = COLUMNS[of]
    rows = of // columns
    whole, part = divmod(n, columns)
    spared_from = whole + (1 if part else 0)
    bands = (
        Band(x=0, y=0, width=columns, height=whole, affected=True),
        Band(x=0, y=whole, width=part, height=1, affected=True),
        Band(x=part, y=whole, width=columns - part if part else 0, height=1, affected=False),
        Band(x=0, y=spared_from, width=columns, height=rows - spared_from, affected=False),
    )
    return tuple(band for band in bands if band.width and band.height)


def _groups(risk: Risk) -> Iterator[RiskGroup]:
    yield RiskGroup(number=1, name=risk.group, n=risk.n)
    if risk.comparator:
        yield RiskGroup(number=2, name=risk.comparator.group, n=risk.comparator.n)


def _state(risk: Risk, group: RiskGroup, words: Words) -> Text:
    """Say a number both ways: how many people it happened to, and how many not."""
    phrases = words.phrases.risk
    framing = phrases.group_framing if group.name else phrases.framing
    rest = phrases.group_rest if group.name else phrases.rest
    return fill(f"{framing} {rest}", words, **_values(risk, group, words))


def _draw(risk: Risk, group: RiskGroup, words: Words) -> IconArray:
    phrases, values = words.phrases.risk, _values(risk, group, words)
    return IconArray(
        id=f"{risk.id}-array-{group.number}",
        n=group.n,
        of=risk.of,
        columns=COLUMNS[risk.of],
        rows=risk.of // COLUMNS[risk.of],
        bands=_from_leading_side(lay_bands(group.n, risk.of), risk.of, words),
        alt=fill(phrases.group_alt if group.name else phrases.alt, words, **values),
        caption=fill(phrases.figure, words, **values),
        group=group.name,
    )


def _from_leading_side(bands: tuple[Band, ...], of: int, words: Words) -> tuple[Band, ...]:
    """Let the figures fill from the side on which a line of the language begins."""
    if words.direction == "ltr":
        return bands
    return tuple(replace(band, x=COLUMNS[of] - band.x - band.width) for band in bands)


def _parts(risk: Risk) -> dict[str, str]:
    return {"people": risk.people.plain, "event": risk.event.plain, "otherwise": risk.otherwise.plain}


def _values(risk: Risk, group: RiskGroup, words: Words) -> dict[str, str]:
    numbers = {"n": group.n, "of": risk.of, "left": risk.of - group.n}
    said = {name: say_number(number, words) for name, number in numbers.items()}
    return _parts(risk) | said | {"group": group.name.plain if group.name else ""}


def _facts(block: Risk | Difference, words: Words, *, cited: bool) -> Iterator[LabelledLine]:
    phrases = words.phrases.risk
    yield LabelledLine(label=phrases.time_frame, text=block.time_frame)
    yield LabelledLine(label=phrases.certainty_label, text=phrases.certainty[block.certainty])
    if cited:
        yield LabelledLine(label=phrases.source, text=Text(spans=(Citation(keys=block.source),)))
