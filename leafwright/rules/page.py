"""A rule's page in its one fixed form: the docstring of its module, then the Markdown file of its name."""

import re
from dataclasses import dataclass
from textwrap import indent
from typing import Final

_FORM: Final = re.compile(
    r"""
    (?P<title>\S[^\n]*\.)\n\n
    What(?P<english>\ \(English\ only\))?:\ (?P<what>\S.*?)\n\n
    Why:\ (?P<why>\S.*?)\n\n
    Bad:\n(?P<bad>(?:```yaml\n.*?\n```\n+)+)
    Good:\n(?P<good>(?:```yaml\n.*?\n```\n*)+)
    """,
    re.VERBOSE | re.DOTALL,
)
_FENCE: Final = re.compile(r"```yaml\n(.*?\n)```", re.DOTALL)


class PageError(ValueError):
    """A page is not in its form; the message names the part that is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """What a rule finds, why it is wrong, and examples; the wrong lines of `bad` end in `# <-`.

    A rule whose page begins `What (English only):` never receives a handout in another language.
    """

    title: str
    what: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    english_only: bool = False

    def __str__(self) -> str:
        """Return the page as Markdown, without a heading."""
        examples = ["Bad:", *map(_fenced, self.bad), "Good:", *map(_fenced, self.good)]
        what = f"{self.what} English only." if self.english_only else self.what
        return "\n\n".join([self.title, what, self.why, *examples])


def parse_page(written: str) -> RulePage:
    """Read a page.

    Raises PageError for one of another form.
    """
    match = _FORM.fullmatch(written)
    if not match:
        missing = [part for part in ("What", "Why: ", "Bad:", "Good:") if f"\n\n{part}" not in written]
        wrong = ", ".join(missing) or "the order"
        raise PageError(f"{wrong} differs from the other rules:\n{indent(written, '    ')}")
    return RulePage(
        title=match["title"],
        what=_joined(match["what"]),
        why=_joined(match["why"]),
        bad=tuple(_FENCE.findall(match["bad"])),
        good=tuple(_FENCE.findall(match["good"])),
        english_only=bool(match["english"]),
    )


def _joined(paragraphs: str) -> str:
    """Make each paragraph one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs.split("\n\n"))


def _fenced(example: str) -> str:
    return f"```yaml\n{example}```"
