"""An address leads where a reader expects, or it is reported."""

from pathlib import Path

import pytest

from leafwright.library import load_library
from leafwright.rules.addresses import judge_address
from leafwright.rules.choice import RuleOptions
from leafwright.rules.links import check_links
from leafwright.rules.run import run_translation
from leafwright.text import parse_text
from tests.rules.examples import AS_OF
from tests.translations import NAME as TRANSLATION
from tests.translations import make_translation, write_bilingual_workspace, write_translation

CYRILLIC_A = "\u0430"
LINKED = {"kind": "paragraphs", "id": "more", "text": "Read [example.org](https://example.org/knees)."}


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://good.example@evil.example", "leads to 'evil.example'"),
        ("https://good.example:secret@evil.example/a", "leads to 'evil.example'"),
        ("https://good.example%2e@evil.example", "leads to 'evil.example'"),
        (f"https://ex{CYRILLIC_A}mple.org", "cyrillic small letter a"),
        ("https://\u0430\u0440\u0440\u04cf\u0435.com", "cyrillic"),
        ("https://\u03b5xample.org", "greek small letter epsilon"),
        ("https://exa\u200bmple.org", "signs that no site has"),
        ("https://\uff45xample.org", "signs that no site has"),
        ("https://xn--exmple-4nf.org", "cyrillic small letter a"),
        ("https://xn--mnchen-3ya.de", "is code for 'münchen.de'"),
        ("https://192.0.2.7/knees", "the number of a computer"),
        ("https://[2001:db8::1]/knees", "the number of a computer"),
        ("https://3232235777/", "the number of a computer"),
        ("https://0x7f.0x1/", "the number of a computer"),
        ("http://example.org:443/", "the port 443"),
        ("https://example.org:8443/", "the port 8443"),
        ("https://example.org:99999/", "no address"),
        ("https://localhost/knees", "no site that readers can reach"),
        ("https:///knees", "no site that readers can reach"),
        ("https://[oops/", "no address"),
        ("https://good.example\\evil", "backslash"),
        ("mailto:ask@example.org?bcc=all@example.net", "'bcc'"),
        ("mailto:ask@example.org?subject=Knees&body=Yes", "'body'"),
        ("mailto:ask@example.org?CC=", "'cc'"),
        ("mailto:?to=ask@example.org", "'to'"),
        ("mailto:ask@example.org,all@example.net", "not the address of one mailbox"),
        ("mailto:ask@example.org%0abcc:all@example.net", "not the address of one mailbox"),
        (f"mailto:{CYRILLIC_A}sk@example.org", "cyrillic small letter a"),
        (f"mailto:ask@ex{CYRILLIC_A}mple.org", "cyrillic small letter a"),
    ],
)
def test_an_address_that_misleads_is_reported(address: str, told: str) -> None:
    """Names before the site, look-alike letters, numbers, ports and further recipients are reported."""
    fault = judge_address(address)

    assert fault is not None
    assert told in fault.message


def test_a_number_that_only_a_link_has_is_reported() -> None:
    """It cannot be dialled from paper; the finding says how to print it."""
    text = "Ring [our ward](tel:08000123456) before 24 December, or [111](tel:111)."
    (finding,) = check_links(parse_text(text))

    assert "its words do not say the number" in finding.message
    assert finding.hint == "write the number in the words, such as `our ward on 08000123456`"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/knees?from=a@b#top",
        "https://example.org/@knees",
        "https://example.org:443/",
        "http://example.org:80/",
        "https://münchen.example.org",
        "https://пример.рф/колено",
        "https://موقع.example.com",
        "https://日本語abc.example.jp",
        "mailto:first.last+knees@example.org?subject=Knees",
        "tel:+441632960142",
    ],
)
def test_an_address_that_leads_where_it_says_is_left_alone(address: str) -> None:
    """Paths, usual ports, letters of one language and a subject are sound."""
    assert judge_address(address) is None


@pytest.mark.parametrize(
    "words",
    [
        "[www.example.org](https://example.org/knees)",
        "[knees.example.org](https://example.org/knees)",
        "[leaflet.pdf](https://example.org/leaflet.pdf)",
        "[0800 012 3456](tel:+448000123456)",
        "[+44 (0)1632 960 142](tel:01632960142)",
        "[our helpline, 24 hours a day](tel:08000123456), 0800 012 3456",
        "Come at 8.30am, e.g. by bus. Write to ask@example.org.",
        "[\u0660\u0668\u0660\u0660 \u0660\u0661\u0662 \u0663\u0664\u0665\u0666](tel:+448000123456)",
        "\u0627\u0642\u0631\u0623 [\u2066www.example.org\u2069](https://example.org).",
    ],
)
def test_words_that_name_what_they_lead_to_are_left_alone(words: str) -> None:
    """A site with or without www., a page of it, a file and a number with its country are sound."""
    assert list(check_links(parse_text(words))) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[example.org](https://other.example)", "the words name 'example.org'"),
        ("[https://example.org/a](https://example.net/a)", "the words name 'https://example.org/a'"),
        ("[ask@example.org](mailto:ask@example.net)", "the words name 'ask@example.org'"),
        ("[0800 012 3456](tel:0900123456)", "dials '0900123456'"),
        ("[999](tel:0999123456)", "dials '0999123456'"),
        (f"[us](https://ex{CYRILLIC_A}mple.org)", "cyrillic small letter a"),
        ("See https://example.org@example.net.", "leads to 'example.net'"),
        (f"See www.ex{CYRILLIC_A}mple.org.", "cyrillic small letter a"),
    ],
)
def test_words_that_lead_elsewhere_are_reported(words: str, told: str) -> None:
    """The words of a link name what it leads to, and an address without a link is judged as well."""
    (fault,) = check_links(parse_text(words))

    assert told in fault.message


@pytest.mark.parametrize("waiting", [False, True])
def test_an_address_is_judged_in_the_translation_itself(tmp_path: Path, *, waiting: bool) -> None:
    """Words of a link that name another site are reported at their line, done or still to do."""
    workspace = write_bilingual_workspace(tmp_path, blocks=[LINKED])
    made = make_translation(workspace)
    link = "[example.net](https://example.org/knees)"
    made["parts"]["more"]["words"] = {"text.1": f"Lea {link}."}
    if waiting:
        made["parts"]["more"] |= {"todo": True, "source": {"text.1": LINKED["text"]}}
    write_translation(workspace, made)
    library = load_library(workspace)
    assert library.problems == ()

    (file,) = library.translations
    problems = run_translation(
        library, file, RuleOptions(as_of=AS_OF, rules=("misleading-address-in-translation",))
    )

    lines = (workspace.root / TRANSLATION).read_text("utf-8").splitlines()
    assert [link in lines[problem.place.line - 1] for problem in problems] == [True]
