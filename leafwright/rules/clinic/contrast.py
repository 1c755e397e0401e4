"""A colour of the brand stands out too little from what it is printed on.

What: Finds text colours that reach less contrast than the profile asks for, on paper or on the tint of boxes,
and logos of which nothing stands out from the paper. Text and primary colours under 4.5:1 on the background
never get as far: they are refused when `_brand.yml` is read, as `low-contrast`. Headings, rules and shapes
are left alone, for their colours are worked out from the primary one so that they pass.

Why: Many readers of leaflets have weak eyes or bad light, and toner runs out. WCAG 2.1 asks for 4.5:1 for all
text (1.4.3), and 7:1 where it can be had (1.4.6); 3:1 for shapes that carry meaning (1.4.11). A logo may be
what it likes, by WCAG, but one made for dark walls is hard to find on paper. One that is not there at all is
refused, as `invisible-logo`.

Bad:
```yaml
color: {primary: "#1d4e68", foreground: "#6b6b6b"}  # <-
```

```yaml
logo: {path: pale.svg, alt: Elm Street Practice}  # <-
```

Good:
```yaml
color: {primary: "#1d4e68", foreground: "#333333"}
```

```yaml
logo: {path: logo.svg, alt: Elm Street Practice}
```
"""

from collections.abc import Iterator

from leafwright.colour import contrast, nearest_passing, over
from leafwright.library import ClinicFolder
from leafwright.rules import Finding


def check(folder: ClinicFolder, *, text: float, logo: float) -> Iterator[Finding]:
    """Report running text under a contrast of `text` to 1, and a logo all of which is under `logo` to 1."""
    page, brand = folder.palette, folder.brand
    worst = min((page.ground, page.tint), key=lambda ground: contrast(page.ink, ground))
    if (ratio := contrast(page.ink, worst)) < text:
        where = "on paper" if worst == page.ground else f"on the tint of boxes, {worst},"
        yield Finding(
            place=brand.color.place_of("foreground"),
            message=f"text in {page.ink} {where} has a contrast of {_floored(ratio)}:1, under {text:g}:1",
            hint=f"the nearest colour that passes is {nearest_passing(page.ink, worst, text)}",
        )
    seen = (contrast(over(colour, page.ground), page.ground) for colour in folder.logo.colours)
    found = max(seen, default=None)
    if found is not None and found < logo:
        yield Finding(
            place=brand.logo.place_of("path"),
            message=f"nothing of the logo stands out from the paper: {_floored(found)}:1 at most",
            hint="use the version of it that is made for white paper",
        )


def _floored(ratio: float) -> str:
    """Cut a ratio after one digit, for 6.96 rounded up would seem to pass."""
    return f"{int(ratio * 10) / 10:.1f}"
