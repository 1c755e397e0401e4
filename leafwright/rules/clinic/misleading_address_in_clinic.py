"""An address of the clinic leads elsewhere than a reader takes it to.

What: Finds in clinic.yaml, in `web`, every `email` and the links of its texts, what `misleading-address`
finds in a handout: a name before an @, letters of another script that look alike, numbers in place of a site,
ports, and mail that also goes to somebody else.

Why: The clinic's own addresses are printed on every sheet. One wrong letter, and its patients write to
somebody else.

Bad:
```yaml
web: https://elm-street.example.org@example.net  # <-
email: knees@еlm-street.example.org  # <-
feedback:
  en: Tell us on [elm-street.example.org](https://example.net/feedback).  # <-
```

```yaml
web: https://192.0.2.7/knees  # <-
```

Good:
```yaml
web: https://elm-street.example.org/knees
email: knees@elm-street.example.org
feedback:
  en: Tell us on [elm-street.example.org](https://www.elm-street.example.org/feedback).
```
"""  # noqa: RUF002  # the look-alike letter is the example

from collections.abc import Iterator

from leafwright.integrity import texts_of
from leafwright.library import ClinicFolder
from leafwright.model.record import is_blank
from leafwright.problems import Place
from leafwright.rules import Finding
from leafwright.rules.addresses import AddressFault, judge_address
from leafwright.rules.links import faults_in


def check(folder: ClinicFolder) -> Iterator[Finding]:
    """Report addresses of a clinic that mislead."""
    for fault, place in _faults(folder):
        yield Finding(place=place, message=fault.message, hint=fault.hint)


def _faults(folder: ClinicFolder) -> Iterator[tuple[AddressFault, Place]]:
    clinic = folder.clinic
    if not is_blank(clinic.web) and (fault := judge_address(clinic.web)):
        yield fault, clinic.place_of("web")
    for reached in (clinic, clinic.complaints, clinic.other_formats):
        if not is_blank(reached.email) and (fault := judge_address(f"mailto:{reached.email}")):
            yield fault, reached.place_of("email")
    for text in texts_of(clinic):
        yield from faults_in(text)
