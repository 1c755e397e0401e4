"""Risks by how common they are; the band of each is derived from its number."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, ClassVar, Final, Literal, Self, get_args

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.denominator import (
    Denominator,
    common_total,
    refuse_more_than,
    say_share,
    width_of,
)
from leafwright.blocks.traits import CountedEvent, LeafletPart, PassageKind
from leafwright.model.block_phrases import Band, Certainty
from leafwright.model.names import Sources
from leafwright.model.record import Record, fault
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_number
from leafwright.problems import Place, quoted
from leafwright.text import Text, phrase

BANDS: Final[tuple[Band, ...]] = get_args(Band)
LAST: Final = len(BANDS) - 1
MOST_TOGETHER: Final = 8
"""How many risks of a band certainly fit on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandName:
    """The name of a band, and its range in whole numbers of people; `bars` of five are filled."""

    bars: int
    name: Text
    range: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BandedRiskView:
    """What can happen, to how many, and what it may mean; if it is alone, its `band` with `labels`."""

    whole: ClassVar[bool] = True

    id: str
    event: Text
    figure: Text
    meaning: Text
    band: BandName
    labels: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BandView:
    """A band and risks in it."""

    name: BandName
    risks: tuple[BandedRiskView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskBandsView(BlockView):
    """The bands from the most common one, their heads, and how sure the numbers are."""

    kind = "risk-bands"
    needs_width = True

    heads: tuple[Text, ...]
    width: int
    bands: tuple[BandView, ...]
    certainty: Text | None
    certainties: tuple[LabelledLine, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the risks."""
        risks = (risk for band in self.bands for risk in band.risks)
        return {risk.id: f"the row {quoted(risk.event.plain)} of '{self.id}'" for risk in risks}

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Head the four columns."""
        return tuple((head,) for head in self.heads)


class BandedRisk(Record):
    """What can happen, to how many people, and what it may mean for the reader."""

    event: Annotated[Text, PassageKind.FACT]
    """What can happen."""
    n: Annotated[int, Field(ge=1)]
    """How many people it happens to."""
    meaning: Annotated[Text, PassageKind.CELL]
    """What it may mean for the reader."""
    certainty: Certainty
    """How sure research is."""
    source: Sources
    """The references that the number comes from, by their ids."""


class RiskBands(BlockRecord):
    """Risks out of one number of people, sorted into bands from very common (1 in 10) to very rare.

    Source of the bands: the European Medicines Agency's guideline on the summary of product characteristics.
    """

    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.RISKS, LeafletPart.NUMBERS)

    kind: Literal["risk-bands"]
    of: Denominator
    """The number of people that all numbers are out of."""
    people: Annotated[Text | None, PassageKind.FACT] = None
    """Who these people are."""
    rows: Annotated[tuple[BandedRisk, ...], Field(min_length=1, max_length=30)]
    """What can happen. The rows are sorted into bands by their numbers."""

    @model_validator(mode="after")
    def _check_numbers(self) -> Self:
        for row in self.rows:
            refuse_more_than(self.of, [row.n], row.place_of("n"))
        self._check_ranges()
        return self

    def _check_ranges(self) -> None:
        """Refuse a number of people of which the bounds of the bands are fractions."""
        least = 10 ** min(1 + max(_band_of(row.n, self.of) for row in self.rows), LAST)
        if self.of % least == 0:
            return
        first, total = self.rows[0], common_total([(row.n, self.of) for row in self.rows], least)
        hint = f"round the numbers to whole people out of {least}"
        if total:
            hint = f"write `of: {total}`, and the first number as `n: {first.n * total // self.of}`"
        message = f"out of {self.of} people the bands begin or end at a fraction of a person"
        raise fault("uneven-bands", message, hint, at="of")

    def view(self, context: BlockContext) -> RiskBandsView:
        """Sort the risks, the most common first."""
        phrases = context.words.phrases
        risks = sorted(self.rows, key=lambda row: -row.n)
        certainties = tuple(_certainties(risks, context.words))
        shown = [self._show(number, risk, context) for number, risk in enumerate(risks, start=1)]
        return RiskBandsView(
            id=self.id,
            heads=self._heads(context.words),
            width=width_of(risk.figure for risk in shown),
            bands=tuple(_group(shown)),
            certainty=phrases.risk.certainty_label if len(certainties) > 1 else None,
            certainties=certainties,
        )

    def counted(self) -> Iterator[CountedEvent]:
        """Go through the risks."""
        for row in self.rows:
            shares, place = ((row.n, self.of),), row.place_of("n")
            yield CountedEvent(event=row.event.plain, shares=shares, place=place, source=row.source)

    def named_sources(self) -> Iterator[tuple[str, Place]]:
        """Go through the references of all numbers."""
        for row in self.rows:
            yield from row.placed("source")

    def _heads(self, words: Words) -> tuple[Text, ...]:
        phrases = words.phrases.risk_bands
        return phrases.how_often, phrases.event, self.people or phrases.how_many, phrases.meaning

    def _show(self, number: int, risk: BandedRisk, context: BlockContext) -> BandedRiskView:
        often, _, many, meaning = self._heads(context.words)
        return BandedRiskView(
            id=f"{self.id}-{number}",
            event=context.cite(risk.event, risk.source),
            figure=say_share(risk.n, self.of, context.words),
            meaning=risk.meaning,
            band=_name(_band_of(risk.n, self.of), self.of, context.words),
            labels=(often, many, meaning),
        )


def _group(risks: list[BandedRiskView]) -> Iterator[BandView]:
    """Go through the bands; one with many risks is several, for each must be whole on its page."""
    for _, grouped in groupby(risks, lambda risk: risk.band.bars):
        together = tuple(grouped)
        for start in range(0, len(together), MOST_TOGETHER):
            part = together[start : start + MOST_TOGETHER]
            yield BandView(name=part[0].band, risks=part)


def _name(level: int, of: int, words: Words) -> BandName:
    name = words.phrases.risk_bands.levels[BANDS[level]]
    return BandName(bars=len(BANDS) - level, name=name, range=_range(level, of, words))


def _band_of(n: int, of: int) -> int:
    """Find the band of a number, 0 for the most common: each begins at a tenth of the one before."""
    return next((level for level in range(LAST) if n * 10 ** (level + 1) >= of), LAST)


def _range(level: int, of: int, words: Words) -> Text:
    least = of // 10 ** (level + 1) if level < LAST else 1
    most = of // 10**level - 1 if level else of
    if least == most:
        return say_share(least, of, words)
    phrases, numbers = words.phrases.risk_bands, {"least": least, "most": most, "of": of}
    written = {name: say_number(number, words) for name, number in numbers.items()}
    return fill(phrases.range if level else phrases.range_from, words, **written)


def _certainties(risks: list[BandedRisk], words: Words) -> Iterator[LabelledLine]:
    """Say how sure all numbers are, or which of them are how sure, the surest first."""
    phrases = words.phrases.risk
    for certainty, sentence in phrases.certainty.items():
        events = [risk.event.plain for risk in risks if risk.certainty == certainty]
        named = phrase(f"{words.comma} ".join(events))
        if events:
            label = phrases.certainty_label if len(events) == len(risks) else named
            yield LabelledLine(label=label, text=sentence)
