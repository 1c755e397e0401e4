"""A risk said and drawn: the sentence, its other half, the icon array and its description, from one record."""

from leafwright.model.blocks import Certainty, Difference, Risk
from leafwright.model.words import Words
from leafwright.sheet.phrases import fill, say_number
from leafwright.sheet.record import Band, IconArray, Line, RiskView
from leafwright.text import Citation, Text

COLUMNS = {100: 10, 1000: 40}


def view_risk(risk: Risk, words: Words, numbers: tuple[int, ...]) -> RiskView:
    """Derive everything that is printed of a risk; `numbers` are its references'."""
    phrases = words.phrases.risk
    groups = [(risk.group, risk.n)]
    if risk.comparator:
        groups.append((risk.comparator.group, risk.comparator.n))
    parts = {"people": risk.people.plain, "event": risk.event.plain, "otherwise": risk.otherwise.plain}
    statements: list[Text] = []
    arrays: list[IconArray] = []
    for index, (group, n) in enumerate(groups, start=1):
        values = parts | {"n": say_number(n, words), "of": say_number(risk.of, words), "group": str(group or "")}
        values["left"] = say_number(risk.of - n, words)
        framing = phrases.group_framing if group else phrases.framing
        rest = phrases.group_rest if group else phrases.rest
        statements.append(fill(f"{framing} {rest}", **values))
        if risk.picture:
            alt = fill(phrases.group_alt if group else phrases.alt, **values)
            caption = fill(phrases.figure, **values)
            arrays.append(draw_array(f"{risk.id}-array-{index}", n, risk.of, alt=alt, caption=caption, group=group))
    return RiskView(
        kind="risk",
        id=risk.id,
        heading=risk.heading,
        statements=tuple(statements),
        arrays=tuple(arrays),
        affected=fill(phrases.affected, **parts) if arrays else None,
        spared=fill(phrases.spared, **parts) if arrays else None,
        interpretation=risk.interpretation,
        facts=_facts(risk, words, numbers),
    )


def view_difference(difference: Difference, words: Words, numbers: tuple[int, ...]) -> RiskView:
    """Derive what is printed of a difference between averages: words only, never figures."""
    return RiskView(
        kind="risk",
        id=difference.id,
        heading=difference.heading,
        statements=(difference.finding,),
        arrays=(),
        affected=None,
        spared=None,
        interpretation=None,
        facts=(Line(label=words.phrases.risk.scale, text=difference.scale), *_facts(difference, words, numbers)),
    )


def draw_array(  # noqa: PLR0913  # an array is these six facts; a record of them would be the array itself
    name: str, n: int, of: int, *, alt: Text, caption: Text, group: Text | None
) -> IconArray:
    """Lay `of` figures out in rows, the `n` affected ones first.

    At most four bands cover them: whole affected rows, the rest of the row that is shared, whole spared rows.
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
    drawn = tuple(band for band in bands if band.width and band.height)
    return IconArray(
        id=name, n=n, of=of, columns=columns, rows=rows, bands=drawn, alt=alt, caption=caption, group=group
    )


def _facts(block: Risk | Difference, words: Words, numbers: tuple[int, ...]) -> tuple[Line, ...]:
    phrases = words.phrases.risk
    certainty: Certainty = block.certainty
    lines = [
        Line(label=phrases.time_frame, text=block.time_frame),
        Line(label=phrases.certainty_label, text=phrases.certainty[certainty]),
    ]
    if numbers:
        marker = Text(spans=(Citation(keys=block.source, numbers=numbers),))
        lines.append(Line(label=phrases.source, text=marker))
    return tuple(lines)
