"""The logo is printed too small, or from too few points.

What: Finds logos of which less is drawn, in millimetres, than the profile asks for, across or down, where the
logo is printed smallest: because the file has wide margins, because it is very tall or because it is very
wide. Finds PNG and JPEG logos with fewer points an inch than the profile asks for, where the logo is printed
largest. A logo is 11 mm high on a comparison, 16 mm in large print and 14 mm elsewhere, and at most 100 mm
wide.

Why: A patient must see at a glance whose leaflet it is. Most logos have a least size in their own guidelines,
about 10 mm, below which the name in them cannot be read. Below 150 points an inch a laser printer shows steps
at every edge, so such a logo is refused (`coarse-picture`), and so is one of less than 3 mm (`tiny-logo`).

Bad:
```yaml
logo: {path: margins.svg, alt: Elm Street Practice}  # <-
```

```yaml
logo: {path: tall.svg, alt: Elm Street Practice}  # <-
```

```yaml
logo: {path: wide.svg, alt: Elm Street Practice}  # <-
```

```yaml
logo: {path: small.png, alt: Elm Street Practice}  # <-
```

Good:
```yaml
logo: {path: logo.svg, alt: Elm Street Practice}
```

```yaml
logo: {path: large.png, alt: Elm Street Practice}
```
"""

from collections.abc import Iterator
from math import ceil
from typing import Final

from leafwright.library import ClinicFolder
from leafwright.pictures import PictureMeasure
from leafwright.pictures.printed import INCH, WIDEST_LOGO
from leafwright.rules import Finding

_MARGINS: Final = 0.7
"""The share of a side that is drawn on, below which the margins are to blame."""


def check(folder: ClinicFolder, *, least: float, dots: float) -> Iterator[Finding]:
    """Report a logo of which less than `least` mm is drawn, or with fewer than `dots` points an inch."""
    logo, place = folder.logo, folder.brand.logo.place_of("path")
    heights = folder.logo_heights
    across = heights[0] * logo.width / logo.height * logo.drawn_width
    down = heights[0] * logo.drawn_height
    if min(across, down) < least:
        message = f"what is drawn of the logo is {across:.1f} mm wide and {down:.1f} mm high at its smallest"
        yield Finding(place=place, message=message, hint=_remedy(logo, least))
    if logo.points is not None and (found := logo.points / heights[-1] * INCH) < dots:
        message = f"the logo has {found:.0f} points an inch at its largest"
        hint = f"use an SVG, or the same picture at least {ceil(dots * heights[-1] / INCH):,} points high"
        yield Finding(place=place, message=message, hint=hint)


def _remedy(logo: PictureMeasure, least: float) -> str:
    if min(logo.drawn_width, logo.drawn_height) < _MARGINS:
        return "cut the empty margin off the file"
    if logo.width < logo.height:
        return "use a version of it that is wider than high"
    return f"use a version of it that is at most {WIDEST_LOGO / least:.0f} times as wide as high"
