"""How a brand dresses a page in some language: its families, and those that lend it letters."""

from dataclasses import replace

from leafwright.families import LENT, carrier, how_to_install
from leafwright.problems import ContentError, Problem
from leafwright.scripts import SCRIPTS, script_of
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import Theme


def choose_theme(inputs: SheetInputs) -> Theme:
    """Choose the families of one sheet.

    Raises ContentError for a script there are no fonts for, and for one whose fonts are not installed.
    """
    if problem := _without_fonts(inputs):
        raise ContentError([problem])
    folder, language = inputs.folder, inputs.words.language
    fonts = folder.brand.typography
    own = Theme(
        palette=folder.palette,
        base=carrier(fonts.base.family, language),
        headings=carrier(fonts.headings.family, language),
        logo_ratio=round(folder.logo.width / folder.logo.height, 3),
    )
    return lend(own, inputs.scripts)


def lend(own: Theme, scripts: tuple[str, ...]) -> Theme:
    """Lend a page the letters of scripts that its brand's families have none of."""
    return replace(
        own,
        scripts=scripts,
        lent=tuple(LENT[script].family for script in scripts),
        leading=max((SCRIPTS[script].leading for script in scripts), default=1.0),
        small=max((SCRIPTS[script].small for script in scripts), default=1.0),
        kerned=all(SCRIPTS[script].kerned for script in scripts),
    )


def _without_fonts(inputs: SheetInputs) -> Problem | None:
    """Find what keeps the language of a sheet from being set in type at all."""
    language, script = inputs.words.language, script_of(inputs.words.language)
    place = inputs.folder.clinic.prints.place_of("languages")
    if script not in SCRIPTS:
        message = f"{language} is written in a script ({script}) that Leafwright has no fonts for"
        hint = "take the language out"
        return Problem(place=place, code="no-fonts", message=message, hint=hint)
    for code in inputs.scripts:
        if not LENT[code].installed:
            message = f"the fonts for {SCRIPTS[code].name} are not installed, which {language} is printed in"
            hint = how_to_install(LENT[code].extra)
            return Problem(place=place, code="fonts-not-installed", message=message, hint=hint)
    return None
