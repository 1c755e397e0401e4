"""Small workspaces in other languages: a few sentences of each script, in the shared templates and styles."""

import re
from pathlib import Path
from typing import Any, Final

from babel import Locale

from leafwright.resources import shared
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC_FILE, TOPIC, write_workspace

SENTENCES: Final = {
    "ar": "لا تأكل قبل 6 ساعات من موعدك. اتصل بنا على 01632 960 142 إذا شعرت بألمٍ شديد جدًا.",
    "ur": "اپنے وقت سے 6 گھنٹے پہلے کچھ نہ کھائیں۔ اگر درد بڑھے تو ہمیں 01632 960 142 پر فون کریں۔",
    "fa": "تا ۶ ساعت پیش از نوبت چیزی نخورید. اگر درد بیشتر می‌شود، به ما زنگ بزنید: 01632 960 142.",
    "he": "אין לאכול 6 שעות לפני התור. התקשרו אלינו למספר 01632 960 142 אם הכאב חזק.",
    "ru": "Не ешьте за 6 часов до приёма. Позвоните нам, если боль усилится.",
    "uk": "Не їжте за 6 годин до прийому. Зателефонуйте нам, якщо біль посилиться: ґанок, є, ї.",
    "el": "Μην τρώτε για 6 ώρες πριν από το ραντεβού. Τηλεφωνήστε μας αν ο πόνος χειροτερέψει.",
    "hi": "अपने समय से 6 घंटे पहले कुछ न खाएँ। क्या स्थिति बिगड़ी? कृपया हमें 01632 960 142 पर फ़ोन करें।",
    "bn": "আপনার সময়ের 6 ঘণ্টা আগে কিছু খাবেন না। ব্যথা বাড়লে ডাক্তারকে বলুন: 01632 960 142।",
    "ta": "உங்கள் நேரத்திற்கு 6 மணி நேரம் முன்பு எதுவும் சாப்பிட வேண்டாம். வலி கூடினால் கொண்டு வாருங்கள்.",
    "th": "อย่ารับประทานอาหาร 6 ชั่วโมงก่อนนัด โทรหาเราที่ 01632 960 142 ถ้าปวดมาก น้ำดื่มได้",
    "zh": "预约前6小时请勿进食。如果疼痛剧烈，请拨打 01632 960 142。",
    "pl": "Nie jedz 6 godzin przed wizytą. Zadzwoń, jeśli ból się nasili: źdźbło, żółć, łąka, gęś.",
    "cy": "Peidiwch â bwyta am 6 awr cyn eich apwyntiad. Dŵr, tŷ, ŵyr, gẃraidd, ẁ, ỳ.",
    "yo": "Má jẹun fún wákàtí 6 ṣáájú àkókò rẹ. Pè wá bí ara bá ń dùn ọ́ sí i: ọ̀pọ̀lọpọ̀ ẹ̀jẹ̀.",
    "vi": "Không ăn trong 6 giờ trước cuộc hẹn. Hãy gọi cho chúng tôi nếu cơn đau nặng hơn: quyết định.",
}
"""By language, in each script there are fonts for; a few have letters or marks that little text has."""

TURNED: Final = ("ar", "ur", "fa", "he")
"""The languages that are written from right to left."""


def write_in(
    root: Path, language: str, sentences: str = "", *, cited: bool = False, **changes: Any
) -> Workspace:
    """Write a workspace with handout and clinic in one language; missing words are English."""
    text = sentences or SENTENCES[language]
    # In one line: after a label, WeasyPrint 70 leaves the room of a space that ends a line of Latin words.
    complaints = {"name": {"en": "Desk"}, "phone": "01632 960 303", "email": "ask@elm.example.org"}
    clinic = {
        "complaints": complaints,
        "disclaimer": {language: text},
        "prints": {
            **CLINIC_FILE["prints"],
            "languages": [language],
            "variants": ["leaflet"],
            "references": "full" if cited else "on-request",
        },
    }
    handout = {"title": text[:30].strip(), "summary": text, "audience": text}
    block = {"kind": "paragraphs", "id": "a-text", "text": text + " [@elm1999]." if cited else text}
    files = {} if _has_words(language) else {f"words/{language}.yaml": _words(language)}
    workspace = write_workspace(root, blocks=[block], handout=handout, clinic=clinic, files=files, **changes)
    folder = root / "handouts" / TOPIC
    (folder / "en.yaml").rename(folder / f"{language}.yaml")
    return workspace


def _has_words(language: str) -> bool:
    return (shared("words") / f"{language}.yaml").is_file()


def _words(language: str) -> str:
    """Make the words of a language out of the English ones, in its direction and with its plural forms."""
    text = (shared("words") / "en-GB.yaml").read_text("utf-8")
    direction = "rtl" if language in TURNED else "ltr"
    text = text.replace("language: en-GB", f"language: {language}", 1)
    text = text.replace("direction: ltr", f"direction: {direction}", 1)
    forms = sorted({*Locale.parse(language).plural_form.tags, "other"})
    counted = "".join(f'{{indent}}{form}: "{{{{n}}}} pages"\n' for form in forms)
    return re.sub(
        r'( +)one: "\{n\} page"\n +other: "\{n\} pages"\n',
        lambda found: counted.format(indent=found[1]),
        text,
    )
