"""A trust that prints nothing itself, and sites that are part of it."""

from typing import Any

import yaml

from tests.workspaces import BRAND, CLINIC_FILE, LOGO

TRUST: dict[str, Any] = {**CLINIC_FILE, "prints": {**CLINIC_FILE["prints"], "topics": []}}
SITE: dict[str, Any] = {
    "part-of": "trust",
    "department": "Knees",
    "address": ["2 Ash Street"],
    "prints": {"topics": "all"},
}


def _written(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True)


def a_trust(**changes: Any) -> dict[str, str]:
    """Write the files of a trust; None takes a key out."""
    facts = {**TRUST, "department": None, "address": None, **changes}
    facts = {name: value for name, value in facts.items() if value is not None}
    return {
        "clinics/trust/clinic.yaml": _written(facts),
        "clinics/trust/_brand.yml": _written(BRAND),
        "clinics/trust/mark.svg": LOGO,
        "clinics/trust/logo.svg": LOGO,
    }


def a_site(name: str, **changes: Any) -> dict[str, str]:
    """Write the file of a site that is part of the trust."""
    return {f"clinics/{name}/clinic.yaml": _written({**SITE, **changes})}
