"""An address does not lead where a reader expects.

What: Finds links, addresses in words, QR codes and the web addresses of cited sources that have a name before
an @, letters of another script that look alike, encoded letters (`xn--`), a number instead of a site, an
unusual port, or no valid name. Finds links whose words name another site, mailbox or telephone number, and
mail addresses that also set `cc`, `bcc` or the text of the message.

Why: Patients trust the address they see, and type or scan it. `https://good.example@evil.example` leads to
evil.example. Copied links may have such parts, and nobody sees them on paper. The URL standard says how
browsers read each form; Unicode Technical Standard 39 is about look-alike letters.

Bad:
```yaml
- kind: paragraphs
  id: more
  text: |
    Read [our page](https://example.org@example.net/knees).  # <-
    Read [our page](https://exаmple.org/knees).  # <-
    Read [www.example.org](https://example.net/knees).  # <-
    Read [our page](http://192.0.2.7/knees).  # <-
    Read [our page](https://example.org:8443/knees).  # <-
    Write to [us](mailto:ask@example.org?bcc=ask@example.net).  # <-
    Ring [0800 012 3456](tel:0900123456).  # <-
    See https://xn--exmple-4nf.org for more.  # <-
- kind: qr
  id: code
  address: https://example.org@example.net/knees  # <-
  label: Read more on your phone
```

```yaml
references:
  - id: elm1999
    type: webpage
    title: A made-up page on sore knees
    URL: https://example.org@example.net/knees  # <-
```

Good:
```yaml
- kind: paragraphs
  id: more
  text: |
    Read [www.example.org](https://example.org/knees) or [our page](https://münchen.example.org/@knees).
    Write to [ask@example.org](mailto:ask@example.org?subject=Knees). Ring [0800 012 3456](tel:+448000123456).
    Read [the leaflet.pdf](https://example.org/leaflet.pdf), e.g. [page 2](https://example.org:443/2).
- kind: qr
  id: code
  address: https://example.org/knees?from=leaflet@home
  label: Read more on your phone
```
"""  # noqa: RUF002  # the look-alike letter is the example

from collections.abc import Iterator

from leafwright.blocks.qr import QR
from leafwright.rules import Finding, Reader
from leafwright.rules.links import check_address, check_links


def check(reader: Reader) -> Iterator[Finding]:
    """Report addresses that mislead."""
    for passage in reader.passages:
        yield from check_links(passage.written)
    for block in reader.handout.blocks():
        if isinstance(block, QR):
            yield from check_address(block.address, block.place_of("address"))
    for entry in reader.cited:
        if entry.url:
            yield from check_address(entry.url, entry.place_of("URL"))
