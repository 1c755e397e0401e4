"""An address of the clinic does not lead where a reader expects.

What: Finds in clinic.yaml, in `web`, every `email` and the links of its texts, what `misleading-address`
finds in a handout: a name before an @, letters of another script that look alike, a number instead of a site,
ports, and mail that also goes to somebody else.

Why: The clinic's own addresses are printed on every sheet. With one wrong letter, its patients write to
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

from leafwright.library import ClinicFolder
from leafwright.model.record import is_blank
from leafwright.model.walk import texts_of
from leafwright.rules import Finding
from leafwright.rules.links import check_address, check_links


def check(folder: ClinicFolder) -> Iterator[Finding]:
    """Report addresses of a clinic that mislead."""
    clinic = folder.clinic
    if not is_blank(clinic.web):
        yield from check_address(clinic.web, clinic.place_of("web"))
    for contact in (clinic, clinic.complaints, clinic.other_formats):
        if not is_blank(contact.email):
            yield from check_address(f"mailto:{contact.email}", contact.place_of("email"))
    for text in texts_of(clinic):
        yield from check_links(text)
