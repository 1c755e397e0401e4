"""Find where each text of a part was when it was translated, by the fingerprints beside its words."""

from collections.abc import Mapping

from leafwright.model.translation import TranslatedPart
from leafwright.translation.parts import Part, fingerprint_of, is_of_a_part


def former_paths(part: Part, translated: TranslatedPart) -> dict[str, str]:
    """Map the path of each text that the words were made from to the path it had then.

    A fingerprint of the whole part tells only whether all of them are the same.
    """
    texts = part.sources
    if is_of_a_part(translated.made_from):
        return {path: path for path in texts} if part.is_source_of(translated.made_from) else {}
    known = set(translated.made_from.split())
    former = {path: path for path, text in texts.items() if fingerprint_of(path, text) in known}
    free = {**translated.words, **translated.source}.keys() - former.keys()
    return former | _moved({path: text for path, text in texts.items() if path not in former}, free, known)


def _moved(texts: Mapping[str, str], free: set[str], known: set[str]) -> dict[str, str]:
    """Find texts at the paths of words that no other text has."""
    moved: dict[str, str] = {}
    for path, text in texts.items():
        places = free.difference(moved.values())
        if old := next((old for old in sorted(places) if fingerprint_of(old, text) in known), None):
            moved[path] = old
    return moved
