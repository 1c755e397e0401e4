"""Lines that are read from right to left, and the order of their parts on paper, worked out by hand."""

import re
from typing import Final

_ARABIC: Final = re.compile(r"[\u0590-\u05ff\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]+")


def on_paper(parts: str) -> str:
    """Reverse the letters of each Arabic or Hebrew word; the words are in their order already."""
    return _ARABIC.sub(lambda word: word.group()[::-1], parts)


RUNS: Final = (
    ".5 mg",
    "1–2 mg",
    "38 °C",
    "L4–L5",
    "C6-C7",
    "INR 2.0–3.0",
    "+44 (0)1632 960142",
    "10-20 mg/kg/day",
    "BP 120/80",
    "H2O",
    "CO₂",
    "pH 7.4",
    "eGFR < 30 mL/min/1.73 m²",
    "HbA1c ≤ 48 mmol/mol (6.5%)",
    "98.6 °F (37 °C)",
    "£5",
    "$1,000",
    "5 €",
    "1 : 200",
    "A1c: 7–8%",
    "01632 960 142 ext. 23",
    "OR 1.2 (95% CI 1.0–1.4)",
    "50%",
    "50 %",
    "5-10%",
    "95% CI 1.2–3.4",
    "-2",
    "\u22122 °C",
    "<5",
    "≥ 2",
    "± 0.5 mm",
    "~5",
    "6+",
    "2½",
    "5 – 10",
    "3 × 500 mg",
    "5 → 10 mg",
    "8:30–17:00",
    "9am–5pm",
    "8 a.m.",
    "2026-11-02",
    "1 000 000",
    "(555) 555-0142",
    "01632 960 142",
    "knees@elm.example.org",
    "https://example.org/a?b=1&c=2#d",
    "example.org/knees/",
    "Panadol® Extra 500 mg",
    "warfarin (2 mg)",
    "COVID-19",
    "T1/T2",
    "HCO3-",
    "Dr. A. Elm",
    "\u0665\u0660\u0660 mg",
    "\u0660\u0661\u0666\u0663\u0662 \u0669\u0666\u0660 \u0661\u0664\u0662",
    "\u0663\u0668°",
    "\u06f1–\u06f2 mg",
)
"""What keeps its order, left to right, between two Arabic words."""

LINES: Final = (
    # A plain number keeps its order by itself, and so does a ratio or a date.
    ("خذ 3 من كل 100", "100 كل من 3 خذ"),
    ("بنسبة 1:200 أو 1/20 فقط", "فقط 1/20 أو 1:200 بنسبة"),
    # What counts, what it counts and the words around them stand in the order of the line.
    ("خذ 500 ملغ فقط", "فقط ملغ 500 خذ"),
    ("خذ paracetamol 500\u00a0ملغ فقط", "فقط ملغ\u00a0500 paracetamol خذ"),
    ("خذ 1–2 حبة", "حبة 1–2 خذ"),
    ("خذ \u0661–\u0662 حبة", "حبة \u0662–\u0661 خذ"),
    ("نسبة \u0665\u0660٪ منهم", "منهم ٪\u0665\u0660 نسبة"),
    ("نسبة 50٪ منهم", "منهم ٪50 نسبة"),
    ("مرض كوفيد-19 هذا", "هذا 19-كوفيد مرض"),
    # What separates the facts of a line lets each keep its place.
    ("نسخة 1.0 · 2 مايو 2026", "2026 مايو 2 · 1.0 نسخة"),
    ("LW-102 · نسخة 1.0 · 2 مايو", "مايو 2 · 1.0 نسخة · LW-102"),
    ("صفحة 2 | 5 صور", "صور 5 | 2 صفحة"),
    ("خذ 2 — 3 مرات", "مرات 3 — 2 خذ"),
    # What stands around a run belongs to the sentence, and so does what parts two of them.
    ("خذ aspirin 75 mg.", ".aspirin 75 mg خذ"),
    ("خذ 5 mg, 10 mg هنا", "هنا 10 mg ,5 mg خذ"),
    ("هذه 5 mg. 10 mg فقط", "فقط 10 mg .5 mg هذه"),
    ("رقم 01632 960 142. INR 2.0–3.0 فقط", "فقط INR 2.0–3.0 .01632 960 142 رقم"),
    ("خذ 5 mg. Panadol هنا", "هنا Panadol .5 mg خذ"),
    ("خذ 8 a.m. فقط", "فقط 8 a.m. خذ"),
    ("دواء warfarin، apixaban معا", "معا apixaban ،warfarin دواء"),
    ("من L4–L5، L5–S1 فقط", "فقط L5–S1 ،L4–L5 من"),
    ("اتصل 0800 111 0000 / 0800 222 0000", "0800 222 0000 / 0800 111 0000 اتصل"),
    ("وهذه (8.30am to 5pm) فقط", "فقط (8.30am to 5pm) وهذه"),
    ("دواء warfarin (2 mg أو 5 mg)", "(5 mg أو 2 mg) warfarin دواء"),
    # A prefix stands before its number; a decimal point stays with it.
    ("خذ و.5 mg أو ب10–20 mg هنا", "هنا 10–20 mgب أو .5 mgو خذ"),
    # Hebrew, Persian and Urdu are set alike; the digits of the last two are read from the left.
    ("קחו 1–2 mg ליום", "ליום 1–2 mg קחו"),
    ("מינון .5 mg בלבד", "בלבד .5 mg מינון"),
    ("خوردن \u06f1–\u06f2 قرص", "قرص \u06f1–\u06f2 خوردن"),
)
"""Whole lines, and their parts from the left edge of the paper to the right one."""
