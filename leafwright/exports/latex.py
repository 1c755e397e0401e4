"""LaTeX to the words and tags of CSL, by citeproc-py's own reader.

That reader knows accents and signs. Beside them BibTeX files have commands for type, for spaces and in
formulas, which are added here; a command that is not known is refused, because its letter would be lost.
"""

import re
import unicodedata
from typing import Final

from citeproc.source.bibtex.latex import parse_latex
from citeproc.source.bibtex.latex.macro import Macro

_TAGS: Final = {
    "i": "emph textit mathit textsl",
    "b": "textbf mathbf",
    "sup": "textsuperscript",
    "sub": "textsubscript",
}
_PLAIN: Final = (
    "text textrm textup textmd textnormal textsf texttt textsc mbox hbox mathrm ensuremath url path enquote "
    "uppercase lowercase MakeUppercase MakeLowercase"
)
"""Commands whose words are printed as they are."""
_NOTHING: Final = "- / em it bf sc rm sl sf tt itshape bfseries scshape upshape relax noopsort allowbreak"
_SIGNS: Final = {
    ",": " ",
    ";": " ",
    "quad": " ",
    "\\": " ",
    "newline": " ",
    "slash": "/",
    "j": "\u0237",
    "textdegree": "\u00b0",
    "degree": "\u00b0",
    "circ": "\u00b0",
    "textcelsius": "\u00b0C",
    "textmu": "\u00b5",
    "pm": "\u00b1",
    "textpm": "\u00b1",
    "times": "\u00d7",
    "texttimes": "\u00d7",
    "cdot": "\u00b7",
    "leq": "\u2264",
    "le": "\u2264",
    "geq": "\u2265",
    "ge": "\u2265",
    "lt": "<",
    "gt": ">",
    "approx": "\u2248",
    "sim": "~",
    "infty": "\u221e",
    "rightarrow": "\u2192",
    "to": "\u2192",
    "textrightarrow": "\u2192",
    "textonehalf": "\u00bd",
    "textonequarter": "\u00bc",
    "texteuro": "\u20ac",
    "euro": "\u20ac",
    "textnumero": "\u2116",
    "textminus": "\u2212",
    "textsubscripttwo": "\u2082",
    "textthreequarters": "\u00be",
    "TH": "\u00de",
    "th": "\u00fe",
}
_MATHS: Final = re.compile(r"(?<!\\)\$([^$]*?)(?<!\\)\$")
_RAISED: Final = re.compile(r"([\^_])(?:\{([^{}]*)\}|(\w|\\[a-zA-Z]+))")
_SPACE_AFTER: Final = re.compile(r"(\\[a-zA-Z]+)\s+")
_BRACES: Final = {r"\{": "\x0e", r"\}": "\x0f"}
"""Braces that are printed, which the reader would take for those that group."""
_LONE_DOLLAR: Final = re.compile(r"(?<!\\)\$")
_BRACES_ONLY: Final = re.compile(r"[^\\$~`'{}<>!?,-]*")


class UnknownCommandError(ValueError):
    """A command of LaTeX that cannot be read; the message names it."""


class _Commands(dict[str, Macro]):
    """The added commands, and Greek letters by their names."""

    def __missing__(self, name: str) -> Macro:
        size = "CAPITAL" if name[:1].isupper() else "SMALL"
        try:
            return Macro(0, unicodedata.lookup(f"GREEK {size} LETTER {name.removeprefix('var').upper()}"))
        except KeyError as error:
            raise UnknownCommandError(f"\\{name}") from error


_COMMANDS: Final = _Commands(
    {name: Macro(1, f"<{tag}>{{0}}</{tag}>") for tag, names in _TAGS.items() for name in names.split()}
    | {name: Macro(1, "{0}") for name in _PLAIN.split()}
    | {name: Macro(0, "") for name in _NOTHING.split()}
    | {name: Macro(0, sign) for name, sign in _SIGNS.items()}
    | {"href": Macro(2, "{1}")}
)


def read_latex(written: str) -> str:
    """Return the words of a field, with CSL's tags; raises UnknownCommandError."""
    if _BRACES_ONLY.fullmatch(written):
        return _joined(re.sub("[{}]", "", written))
    plain = _MATHS.sub(_set_formula, written)
    for brace, sign in _BRACES.items():
        plain = plain.replace(brace, sign)
    plain = _LONE_DOLLAR.sub(r"\\$", plain).replace("---", "\N{EM DASH}")
    try:
        # The reader expects something after each command.
        read = parse_latex(f"{plain}{{}}", _COMMANDS)
    except UnknownCommandError:
        raise
    except (IndexError, StopIteration, RuntimeError, AssertionError, ValueError) as error:
        command = re.search(r"\\(?:[a-zA-Z]+|.)\s*\}*$", plain) or re.search(r"\\.", plain)
        raise UnknownCommandError(command[0] if command else plain[-20:]) from error
    for brace, sign in _BRACES.items():
        read = read.replace(sign, brace[1])
    return _joined(read)


def _set_formula(maths: re.Match[str]) -> str:
    """Write a formula as words: what is raised or lowered in it, and spaces after its commands."""
    words = _SPACE_AFTER.sub(r"\1{} ", _RAISED.sub(_raise, maths[1]))
    return f"{{{words}}}"


def _raise(match: re.Match[str]) -> str:
    return rf"\text{'super' if match[1] == '^' else 'sub'}script{{{match[2] or match[3] or ''}}}"


def _joined(words: str) -> str:
    return " ".join(words.split())
