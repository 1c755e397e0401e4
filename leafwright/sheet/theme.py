"""The look of a page in one language: the brand's families, and the fallback fonts of other scripts."""

from dataclasses import replace

from leafwright.families import FALLBACKS, carrier, how_to_install
from leafwright.problems import ContentError, Problem
from leafwright.scripts import SCRIPTS, script_of
from leafwright.sheet.brand_theme import Theme
from leafwright.sheet.inputs import SheetInputs


def choose_theme(inputs: SheetInputs) -> Theme:
    """Choose the families of one sheet.

    Raises ContentError for a script that has no fonts, and for one whose fonts are not installed.
    """
    if problem := _without_fonts(inputs):
        raise ContentError([problem])
    folder, language = inputs.folder, inputs.words.language
    logo = folder.logo.measure
    fonts = folder.brand.typography
    base, headings = (
        carrier(font.family, language, folder.own_signs) for font in (fonts.base, fonts.headings)
    )
    brought = folder.fonts.families
    own = Theme(
        look=folder.clinic.look,
        drawn=folder.look,
        palette=folder.palette,
        base=base,
        headings=headings,
        logo_ratio=round(logo.width / logo.height, 3),
        own=tuple(brought[name] for name in sorted({base, headings} & brought.keys())),
    )
    return add_fallbacks(own, inputs.scripts)


def add_fallbacks(own: Theme, scripts: tuple[str, ...]) -> Theme:
    """Add the fallback fonts of scripts whose letters the brand's families do not have."""
    return replace(
        own,
        scripts=scripts,
        fallbacks=tuple(FALLBACKS[script].family for script in scripts),
        leading=max((SCRIPTS[script].leading for script in scripts), default=1.0),
        small=max((SCRIPTS[script].small for script in scripts), default=1.0),
        kerned=all(SCRIPTS[script].kerned for script in scripts),
    )


def _without_fonts(inputs: SheetInputs) -> Problem | None:
    """Report a language whose script has no fonts, or none that are installed."""
    language, script = inputs.words.language, script_of(inputs.words.language)
    place = inputs.folder.clinic.prints.place_of("languages")
    if script not in SCRIPTS:
        message = f"{language} is written in a script ({script}) that Leafwright has no fonts for"
        hint = "take the language out"
        return Problem(place=place, code="no-fonts", message=message, hint=hint)
    for code in inputs.scripts:
        if not FALLBACKS[code].installed:
            message = f"the fonts for {SCRIPTS[code].name} are not installed, which {language} is printed in"
            hint = how_to_install(FALLBACKS[code].extra)
            return Problem(place=place, code="fonts-not-installed", message=message, hint=hint)
    return None
