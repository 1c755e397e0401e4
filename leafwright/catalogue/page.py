"""Render a catalogue as one page with everything it needs: styles, scripts, fonts and logo."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import PurePosixPath
from typing import Final

from markupsafe import Markup

from leafwright.catalogue.record import Catalogue, ScreenLook
from leafwright.fonts import Face
from leafwright.html import css_string, render_page
from leafwright.palette import Screen
from leafwright.workspace import Workspace

STYLES: Final = ("base", "search", "recent", "packs", "card", "preview", "paper", "hidden")
SCRIPTS: Final = ("fold", "search", "state", "filter", "recent", "actions", "preview", "begin")
FIRST: Final = "first"
"""The script that runs before anything is shown: parts that need scripts are shown only if scripts run."""

TYPES: Final = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


def render_catalogue(
    catalogue: Catalogue, workspace: Workspace, families: Mapping[str, tuple[Face, ...]]
) -> bytes:
    """Render one page; it loads nothing but its thumbnails and its sheets, which are beside it.

    Its content security policy allows this script and these styles by their digests, and no others.
    """
    look = [*_faces(catalogue.look, families), _colours(catalogue.look)]
    style = "\n".join([*look, *_parts(STYLES, ".css", workspace)])
    first = next(_parts([FIRST], ".js", workspace))
    script = "\n".join(['(() => {\n"use strict";', *_parts(SCRIPTS, ".js", workspace), "})();"])
    values = {
        "page": catalogue,
        "words": catalogue.words,
        "policy": _policy([style], [first, script]),
        # Of these nothing comes from a handout or a clinic, save colours and families from closed lists.
        "style": Markup(style),  # noqa: S704  # made here, from closed lists
        "first": Markup(first),  # noqa: S704  # made here, from closed lists
        "texts": Markup(catalogue.texts),  # noqa: S704  # words of letters and digits only
        "script": Markup(script),  # noqa: S704  # made here, from closed lists
    }
    return render_page("catalogue.html", workspace, values).encode()


def address_of(picture: str, content: bytes) -> str:
    """Return a picture as a data address; `picture` is the name of its file."""
    written = base64.b64encode(content).decode("ascii")
    return f"data:{TYPES[PurePosixPath(picture).suffix.lower()]};base64,{written}"


def _parts(names: Iterable[str], suffix: str, workspace: Workspace) -> Iterator[str]:
    for name in names:
        content = workspace.read(f"templates/catalogue/{name}{suffix}")
        if content is None:
            message = f"templates/catalogue/{name}{suffix} is not there"
            raise FileNotFoundError(message)
        yield content.decode()


def _policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Write the content security policy: nothing from other sites, and on a shared drive only files."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_digest, scripts))}",
            f"style-src {' '.join(map(_digest, styles))}",
            "font-src data:",
            "img-src 'self' file: data:",
            "frame-src 'self' file:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        ]
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


def _faces(look: ScreenLook, families: Mapping[str, tuple[Face, ...]]) -> Iterator[str]:
    for family in dict.fromkeys([look.base, look.headings]):
        for face in families[family]:
            content = base64.b64encode(face.read()).decode("ascii")
            yield (
                f"@font-face {{ font-family: {css_string(family)}; font-weight: {face.weight}; "
                f'src: url("data:font/ttf;base64,{content}") format("truetype"); }}'
            )


def _colours(look: ScreenLook) -> str:
    """Write the tokens of a look; components read these colours and no others."""
    fonts = f"--font-base: {css_string(look.base)}; --font-headings: {css_string(look.headings)};"
    return (
        f":root {{ color-scheme: light dark; {fonts} {_tokens(look.light)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_tokens(look.dark)} }} }}"
    )


def _tokens(screen: Screen) -> str:
    tokens = ((field.name.replace("_", "-"), getattr(screen, field.name)) for field in fields(screen))
    return " ".join(f"--{name}: {colour};" for name, colour in tokens)
