"""The logo is printed too small, or its picture has too few pixels.

What: Finds logos whose drawn part is smaller than the profile asks for, in millimetres, in width or height,
where the logo is printed smallest: the file has wide margins, or the logo is very tall or very wide. Finds
PNG and JPEG logos with fewer pixels an inch than the profile asks for, where the logo is printed largest. A
logo is 11 mm high on a comparison, 16 mm in large print and 14 mm elsewhere, and at most 100 mm wide.

Why: A patient must see at a glance whose leaflet it is. Most logos have a least size in their own guidelines,
about 10 mm, below which nobody can read the name in them. Below 150 pixels an inch a laser printer shows
steps at every edge, so such a logo is refused (`coarse-picture`), and so is one of less than 3 mm
(`tiny-logo`).

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
"""The drawn share of a side below which the margins make the logo small."""


def check(folder: ClinicFolder, *, least: float, dots: float) -> Iterator[Finding]:
    """Report a logo whose drawn part is under `least` mm, or with fewer than `dots` pixels an inch."""
    logo, place = folder.logo, folder.brand.logo.place_of("path")
    heights = folder.logo_heights
    across = heights[0] * logo.width / logo.height * logo.drawn_width
    down = heights[0] * logo.drawn_height
    if min(across, down) < least:
        message = f"the drawn part of the logo is {across:.1f} mm wide and {down:.1f} mm high at its smallest"
        yield Finding(place=place, message=message, hint=_remedy(logo, least))
    if logo.points is not None and (across_inch := logo.points / heights[-1] * INCH) < dots:
        message = f"the logo has {across_inch:.0f} pixels an inch at its largest"
        hint = f"use an SVG, or the same picture at least {ceil(dots * heights[-1] / INCH):,} pixels high"
        yield Finding(place=place, message=message, hint=hint)


def _remedy(logo: PictureMeasure, least: float) -> str:
    if min(logo.drawn_width, logo.drawn_height) < _MARGINS:
        return "cut the empty margin off the file"
    if logo.width < logo.height:
        return "use a version of the logo that is wider than high"
    return f"use a version of the logo that is at most {WIDEST_LOGO / least:.0f} times as wide as high"
