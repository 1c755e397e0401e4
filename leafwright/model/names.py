"""Names of what is defined elsewhere, such as topics and references; editors list those that exist."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from leafwright.model.record import LANGUAGE, UNIQUE, CitationKey, Key, KnownName, listed, refuse_repeated

ClinicKey = Annotated[Key, listed("clinics")]
DepartmentKey = Annotated[Key, listed("departments")]
EditionKey = Annotated[Key, listed("editions")]
Family = Annotated[KnownName, listed("families")]
LanguageName = Annotated[KnownName, listed("languages")]
LanguageTag = Annotated[str, Field(pattern=LANGUAGE), listed("languages")]
LineKey = Annotated[Key, listed("lines")]
LineKeys = Annotated[tuple[LineKey, ...], BeforeValidator(refuse_repeated), UNIQUE]
"""Lines of the clinic, each only once."""
LookName = Annotated[KnownName, listed("looks")]
ProfileKey = Annotated[Key, listed("profiles")]
RuleKey = Annotated[Key, listed("rules")]
Sources = Annotated[tuple[Annotated[CitationKey, listed("references")], ...], Field(min_length=1)]
"""References, by their ids."""
TopicKey = Annotated[Key, listed("topics")]
VariantKey = Annotated[Key, listed("variants")]
