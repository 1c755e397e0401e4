"""The keys of CSL: `date-parts`, but `DOI`."""

from pydantic import ConfigDict

from leafwright.model.record import Record, kebab

_KEYS = {"doi": "DOI", "url": "URL", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN"}


def csl_key(name: str) -> str:
    """Turn a field's name into CSL's key: `date_parts` to `date-parts`, `doi` to `DOI`."""
    return _KEYS.get(name) or kebab(name)


class CSLRecord(Record):
    """A part of a CSL item; its keys are CSL's own."""

    model_config = ConfigDict(alias_generator=csl_key, populate_by_name=True)
