"""The parts of a brand proof that no leaflet has, as a template receives them."""

from dataclasses import dataclass

from leafwright.blocks.block import BlockView
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """A colour of the page and what it is used for."""

    name: Text
    value: Text
    use: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourPair:
    """One colour on another: their contrast, whether it passes, and if not, the nearest that does."""

    ink: str
    ground: str
    name: Text
    ratio: Text
    verdict: Text
    passes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ColoursProof(BlockView):
    """Every colour of the brand, and every pair that may meet on a page."""

    kind = "colours"

    sample: Text
    swatches: tuple[Swatch, ...]
    pairs: tuple[ColourPair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoGround:
    """A form of the logo on one ground."""

    ground: str
    source: str
    caption: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoSize:
    """The logo at one size, in millimetres."""

    height: float
    width: float
    caption: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoProof(BlockView):
    """The logo on its grounds and in its sizes, the first of which is that of a leaflet."""

    kind = "logo"

    source: str
    alt: str
    wide: bool
    grounds: tuple[LogoGround, ...]
    sizes: tuple[LogoSize, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStep:
    """One size of type, in points, its name, and a line set in it."""

    size: str
    caption: Text
    sample: Text
    heading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A line in one script, in the family of the text and in that of the headings."""

    language: str
    direction: str
    script: Text
    line: Text
    heading: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeProof(BlockView):
    """The sizes of an edition, and a line of every script that the fonts can print."""

    kind = "type"

    steps: tuple[TypeStep, ...]
    specimens: tuple[Specimen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page as a picture."""

    source: str
    alt: str
    caption: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesProof(BlockView):
    """Pages as they are printed, side by side if they are small."""

    kind = "pages"

    pages: tuple[PagePicture, ...]
    small: bool = False
