"""A language on the command line, in capitals or not: `en-gb` is en-GB."""

from typing import Final

import click

from leafwright.tags import tidy_tag


class LanguageTag(click.ParamType[str]):
    """Accepts a language tag however its capitals are written."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the tag as the files have it."""
        del param, ctx
        return tidy_tag(value)


LANGUAGE_TAG: Final = LanguageTag()
