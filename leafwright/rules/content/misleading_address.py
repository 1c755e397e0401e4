"""An address leads elsewhere than a reader takes it to.

What: Finds links, addresses in words, codes and the web addresses of cited sources that have a name before an
@, letters of another script that look alike, code in place of letters (`xn--`), a number in place of a site,
a port of their own, or a name that is none. Finds links whose words name another site, mailbox or telephone
number, and addresses of mail that also set `cc`, `bcc` or the words of the message.

Why: Patients trust the address they see, and type or scan it. `https://good.example@evil.example` leads to
evil.example. Copied links may carry such parts, and nobody sees them on paper. What browsers make of each
form is in the URL standard; look-alike letters are the subject of Unicode technical standard 39.

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
from leafwright.problems import Place
from leafwright.rules import Finding, Reader
from leafwright.rules.addresses import AddressFault, judge_address
from leafwright.rules.links import faults_in


def check(reader: Reader) -> Iterator[Finding]:
    """Report addresses that mislead."""
    for fault, place in _faults(reader):
        yield Finding(place=place, message=fault.message, hint=fault.hint)


def _faults(reader: Reader) -> Iterator[tuple[AddressFault, Place]]:
    for passage in reader.passages:
        yield from faults_in(passage.written)
    for block in reader.handout.blocks():
        if isinstance(block, QR) and (fault := judge_address(block.address)):
            yield fault, block.place_of("address")
    for entry in reader.cited:
        if entry.url and (fault := judge_address(entry.url)):
            yield fault, entry.place_of("URL")
