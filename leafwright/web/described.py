"""Describe a page to search engines as schema.org's MedicalWebPage, with nothing but what the sheet says."""

import json

from leafwright.sheet import Sheet


def describe(sheet: Sheet) -> str:
    """Describe a page as JSON, escaped so that no text can end its script element."""
    written = json.dumps(_facts_of(sheet), ensure_ascii=False)
    return written.replace("<", "\\u003c").replace("&", "\\u0026")


def _facts_of(sheet: Sheet) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": sheet.title.plain,
        "description": sheet.summary.plain,
        "inLanguage": [sheet.key.language, *([sheet.beside.key.language] if sheet.beside else [])],
        "keywords": list(sheet.keywords),
        "identifier": sheet.foot.code.plain,
        "datePublished": sheet.issued.isoformat(),
        "creativeWorkStatus": sheet.status.plain,
        "publisher": {"@type": "MedicalOrganization", "name": sheet.masthead.clinic.plain},
        "citation": [source.text.plain for source in sheet.sources],
    }
