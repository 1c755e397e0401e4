"""Show the type of a brand: every size of the styles, and a line of every script its fonts can print."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from leafwright.brand.record import Specimen, TypeProof, TypeStep
from leafwright.cache import cache_folder
from leafwright.edition import Edition
from leafwright.families import FALLBACKS, NO_SIGNS, STYLES, Signs, characters
from leafwright.fonts import prepare
from leafwright.page_format import TypeSizes
from leafwright.text import phrase
from leafwright.workspace import Workspace

SIZE: Final = re.compile(r"--type-([a-z]+): (?:calc\()?([\d.]+)pt")
SAMPLE: Final = "Your injection is at 8.30am on 14 March"

SPECIMENS: Final = (
    (
        "en",
        "ltr",
        "Latin",
        "Five quick doctors jog by, vexing wry men in flats. 0123456789 £ € % “ ” – Il1 O0",
    ),
    ("pl", "ltr", "Latin, Polish", "Łódź płynie, gęś śpi, a ćma żyje nad źródłem."),
    ("cy", "ltr", "Latin, Welsh", "Mae’r dŵr yn y tŷ. Â ê î ô û ŵ ŷ ẁ ỳ"),
    (
        "es",
        "ltr",
        "Latin, Spanish",
        "¿Cuándo? ¡Mañana! El pingüino bebió té, y el búho también.",
    ),
    ("fr", "ltr", "Latin, French", "Où est la sœur de Zoë ? Là-bas, près du château : ça ira, dès août."),
    ("ar", "rtl", "Arabic", "موعدك يوم الأحد؟ لا تأكل قبله، واتصل بنا إذا شعرت بألمٍ شديد جدًا."),
    ("he", "rtl", "Hebrew", "התור שלך ביום ראשון? אין לאכול לפניו, והתקשרו אם הכאב חזק."),
    ("hi", "ltr", "Devanagari", "क्या आपका समय रविवार को है? उससे पहले कुछ न खाएँ।"),
    ("bn", "ltr", "Bengali", "আপনার সময় কি রবিবার? তার আগে কিছু খাবেন না।"),
    ("ta", "ltr", "Tamil", "உங்கள் நேரம் ஞாயிறா? அதற்கு முன் எதுவும் சாப்பிட வேண்டாம்."),
    ("th", "ltr", "Thai", "นัดของคุณวันอาทิตย์ใช่ไหม อย่ารับประทานอาหารก่อนนัด"),
    ("zh", "ltr", "Chinese", "您的预约在星期日。预约前请勿进食。"),
)
"""Language, direction, script and a line with its letters."""


HEADINGS: Final = frozenset({"title", "heading"})
"""The sizes in the family of headings."""


def prove_sizes(workspace: Workspace, name: str, edition: Edition) -> TypeProof:
    """Show the sizes of an edition, from the largest to the smallest."""
    styles = ["styles/tokens.css", f"styles/scales/{edition.scale}.css", f"styles/editions/{name}.css"]
    sizes = {"body": (edition.type or TypeSizes()).body}
    for style in styles:
        sizes |= _sizes(workspace, style)
    steps = tuple(
        TypeStep(
            size=f"{size:g}pt",
            caption=phrase(f"{role.capitalize()}, {size:g} pt"),
            sample=phrase(SAMPLE),
            heading=role in HEADINGS,
        )
        for role, size in sorted(sizes.items(), key=lambda entry: (-entry[1], entry[0]))
    )
    return TypeProof(id=f"brand-type-{name}", steps=steps, specimens=())


def prove_scripts(families: Collection[str], scripts: Iterable[str], own: Signs = NO_SIGNS) -> TypeProof:
    """Show a line of every script that the families or their fallback fonts can print.

    `own` has the characters of the families that a brand brings.

    Raises FontError when the font set cannot be made.
    """
    faces = prepare(cache_folder())

    def _missing(text: str, family: str) -> frozenset[str]:
        signs = frozenset(sign for sign in text if sign.isprintable() and sign != " ")
        return signs - own[family] if family in own else faces.missing(text)[family]

    fallbacks = frozenset().union(*(characters(FALLBACKS[script].file(min(STYLES))) for script in scripts))
    specimens = tuple(
        Specimen(
            language=language,
            direction=direction,
            script=phrase(script),
            line=phrase(text),
            heading=phrase(text),
        )
        for language, direction, script, text in SPECIMENS
        if not any(_missing(text, family) - fallbacks for family in families)
    )
    return TypeProof(id="brand-scripts", steps=(), specimens=specimens)


def _sizes(workspace: Workspace, name: str) -> dict[str, float]:
    style = workspace.read(name) or b""
    return {role: float(size) for role, size in SIZE.findall(style.decode())}
