"""Facts about the bibliography: published samples, the processor's faults, every reference of the library.

SAMPLES are from the US National Library of Medicine: its "Samples of Formatted References for Authors of
Journal Articles" (https://www.nlm.nih.gov/bsd/uniform_requirements.html), which ICMJE points to, and for the
homepage its "Citing Medicine", chapter 25. They go in as reference managers hold them, pages written out.
Missing are those of kinds that no entry can be: a thesis, a patent, a newspaper, a law, a map, a dictionary.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

from leafwright.bibliography import format_bibliography, reference_url, short_forms
from leafwright.bibliography.names import write_name
from leafwright.bibliography.style import STYLE, load_processor
from leafwright.decode import decode, read_record
from leafwright.model.reference import References
from leafwright.problems import ContentError
from leafwright.source import parse_source
from leafwright.text import Run

LIBRARY = Path(__file__).parent.parent / "handouts/references.yaml"

SAMPLES = """
- shows: initials run together, the date is year month day, the last page keeps only what changes
  line: >-
    Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002
    Jul 25;347(4):284-7.
  author: [Halpern SD, Ubel PA, Caplan AL]
  title: Solid-organ transplantation in HIV-infected patients
  container-title: The New England journal of medicine
  container-title-short: N Engl J Med
  issued: [2002, 7, 25]
  volume: 347
  issue: 4
  page: 284-287
- shows: month and issue may be left out of a volume that is paged through
  line: >-
    Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med.
    2002;347:284-7.
  author: [Halpern SD, Ubel PA, Caplan AL]
  title: Solid-organ transplantation in HIV-infected patients
  container-title-short: N Engl J Med
  issued: [2002]
  volume: 347
  page: 284-287
- shows: of more than six authors six are listed, then et al.
  line: >-
    Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial
    excitatory amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.
  author: [Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, Kochanek PM, Graham SH]
  title: Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury
  container-title: Brain Res
  issued: [2002]
  volume: 935
  issue: 1-2
  page: 40-46
- shows: an organisation is printed whole
  line: >-
    Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with
    impaired glucose tolerance. Hypertension. 2002;40(5):679-86.
  author: [literal: Diabetes Prevention Program Research Group]
  title: Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance
  container-title: Hypertension
  issued: [2002]
  volume: 40
  issue: 5
  page: 679-686
- shows: a semicolon parts people from a group
  line: >-
    Vallancien G, Emberton M, Harving N, van Moorselaar RJ; Alf-One Study Group. Sexual dysfunction in 1,274
    European men suffering from lower urinary tract symptoms. J Urol. 2003;169(6):2257-61.
  author: [Vallancien G, Emberton M, Harving N, van Moorselaar RJ, literal: Alf-One Study Group]
  title: Sexual dysfunction in 1,274 European men suffering from lower urinary tract symptoms
  container-title: J Urol
  issued: [2003]
  volume: 169
  issue: 6
  page: 2257-2261
- shows: with no author the title comes first
  line: 21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184.
  title: 21st century heart solution may have a sting in the tail
  container-title: BMJ
  issued: [2002]
  volume: 325
  issue: 7357
  page: 184
- shows: a space follows doi, a full stop the number, and PubMed's numbers come last
  line: >-
    Zhang M, Holman CD, Price SD, Sanfilippo FM, Preen DB, Bulsara MK. Comorbidity and repeat admission to
    hospital for adverse drug reactions in older adults: retrospective cohort study. BMJ. 2009 Jan
    7;338:a2752. doi: 10.1136/bmj.a2752. PubMed PMID: 19129307; PubMed Central PMCID: PMC2615549.
  author: [Zhang M, Holman CD, Price SD, Sanfilippo FM, Preen DB, Bulsara MK]
  title: >-
    Comorbidity and repeat admission to hospital for adverse drug reactions in older adults: retrospective
    cohort study
  container-title: BMJ
  issued: [2009, 1, 7]
  volume: 338
  page: a2752
  DOI: 10.1136/bmj.a2752
  PMID: 19129307
  PMCID: PMC2615549
- shows: an article on the Internet says when it was read, and no full stop follows its address
  line: >-
    Abood S. Quality improvement initiative in nursing homes: the ANA acts in an advisory role. Am J Nurs
    [Internet]. 2002 Jun [cited 2002 Aug 12];102(6):[about 1 p.]. Available from:
    http://www.nursingworld.org/AJN/2002/june/Wawatch.htm
  author: [Abood S]
  title: "Quality improvement initiative in nursing homes: the ANA acts in an advisory role"
  container-title: Am J Nurs
  issued: [2002, 6]
  accessed: [2002, 8, 12]
  volume: 102
  issue: 6
  page: "[about 1 p.]"
  URL: http://www.nursingworld.org/AJN/2002/june/Wawatch.htm
- shows: a report has place, organisation and month, its number, then its notes
  line: >-
    Russell ML, Goth-Goldstein R, Apte MG, Fisk WJ. Method for measuring the size distribution of airborne
    Rhinovirus. Berkeley (CA): Lawrence Berkeley National Laboratory, Environmental Energy Technologies
    Division; 2002 Jan. Report No.: LBNL49574. Contract No.: DEAC0376SF00098. Sponsored by the Department of
    Energy.
  type: report
  author: [Russell ML, Goth-Goldstein R, Apte MG, Fisk WJ]
  title: Method for measuring the size distribution of airborne Rhinovirus
  publisher: Lawrence Berkeley National Laboratory, Environmental Energy Technologies Division
  publisher-place: Berkeley (CA)
  issued: [2002, 1]
  number: LBNL49574
  note: "Contract No.: DEAC0376SF00098. Sponsored by the Department of Energy"
- shows: a homepage is a title and a publisher, and a full stop follows a last slash
  line: >-
    Hypertension, Dialysis & Clinical Nephrology [Internet]. Hinsdale (IL): Medtext, Inc.; c1995-2001 [cited
    2001 Mar 8]. Available from: http://www.medtext.com/.
  type: webpage
  title: Hypertension, Dialysis & Clinical Nephrology
  publisher: Medtext, Inc.
  publisher-place: Hinsdale (IL)
  issued: {literal: c1995-2001}
  accessed: [2001, 3, 8]
  URL: http://www.medtext.com/
- shows: the edition of a book follows the title
  line: >-
    Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.
  type: book
  author: [Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA]
  title: Medical microbiology
  edition: 4
  publisher: Mosby
  publisher-place: St. Louis
  issued: [2002]
- shows: the editors of a chapter follow In, its pages come last
  line: >-
    Meltzer PS, Kallioniemi A, Trent JM. Chromosome alterations in human solid tumors. In: Vogelstein B,
    Kinzler KW, editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.
  type: chapter
  author: [Meltzer PS, Kallioniemi A, Trent JM]
  title: Chromosome alterations in human solid tumors
  editor: [Vogelstein B, Kinzler KW]
  container-title: The genetic basis of human cancer
  publisher: McGraw-Hill
  publisher-place: New York
  issued: [2002]
  page: 93-113
- shows: a translated title stands in brackets, and its language comes last
  line: >-
    Ellingsen AE, Wilhelmsen I. [Disease anxiety among medical students and law students]. Tidsskr Nor
    Laegeforen. 2002 Mar 20;122(8):785-7. Norwegian.
  author: [Ellingsen AE, Wilhelmsen I]
  title: "[Disease anxiety among medical students and law students]"
  container-title: Tidsskr Nor Laegeforen
  issued: [2002, 3, 20]
  volume: 122
  issue: 8
  page: 785-787
  note: Norwegian
- shows: a supplement of a volume follows the volume
  line: >-
    Geraud G, Spierings EL, Keywood C. Tolerability and safety of frovatriptan with short- and long-term use
    for treatment of migraine and in comparison with sumatriptan. Headache. 2002;42 Suppl 2:S93-9.
  author: [Geraud G, Spierings EL, Keywood C]
  title: >-
    Tolerability and safety of frovatriptan with short- and long-term use for treatment of migraine and in
    comparison with sumatriptan
  container-title: Headache
  issued: [2002]
  volume: 42 Suppl 2
  page: S93-S99
- shows: a supplement of an issue stands with the issue, and its letter is not said twice
  line: >-
    Glauser TA. Integrating clinical trial data into clinical practice. Neurology. 2002;58(12 Suppl
    7):S6-12.
  author: [Glauser TA]
  title: Integrating clinical trial data into clinical practice
  container-title: Neurology
  issued: [2002]
  volume: 58
  issue: 12 Suppl 7
  page: S6-S12
- shows: a part of a volume stands where an issue would
  line: >-
    Abend SM, Kulish N. The psychoanalytic method from an epistemological viewpoint. Int J Psychoanal.
    2002;83(Pt 2):491-5.
  author: [Abend SM, Kulish N]
  title: The psychoanalytic method from an epistemological viewpoint
  container-title: Int J Psychoanal
  issued: [2002]
  volume: 83
  issue: Pt 2
  page: 491-495
- shows: a part of an issue stands with the issue
  line: >-
    Ahrar K, Madoff DC, Gupta S, Wallace MJ, Price RE, Wright KC. Development of a large animal model for
    lung tumors. J Vasc Interv Radiol. 2002;13(9 Pt 1):923-8.
  author: [Ahrar K, Madoff DC, Gupta S, Wallace MJ, Price RE, Wright KC]
  title: Development of a large animal model for lung tumors
  container-title: J Vasc Interv Radiol
  issued: [2002]
  volume: 13
  issue: 9 Pt 1
  page: 923-928
- shows: an issue without a volume stands in brackets
  line: >-
    Banit DM, Kaufer H, Hartford JM. Intraoperative frozen section analysis in revision total joint
    arthroplasty. Clin Orthop. 2002;(401):230-8.
  author: [Banit DM, Kaufer H, Hartford JM]
  title: Intraoperative frozen section analysis in revision total joint arthroplasty
  container-title: Clin Orthop
  issued: [2002]
  issue: 401
  page: 230-238
- shows: pages follow a month where there is neither volume nor issue
  line: "Outreach: bringing HIV-positive individuals into care. HRSA Careaction. 2002 Jun:1-6."
  title: "Outreach: bringing HIV-positive individuals into care"
  container-title: HRSA Careaction
  issued: [2002, 6]
  page: 1-6
- shows: Roman page numbers are not shortened
  line: "Chadwick R, Schuklenk U. The politics of ethical consensus finding. Bioethics. 2002;16(2):iii-v."
  author: [Chadwick R, Schuklenk U]
  title: The politics of ethical consensus finding
  container-title: Bioethics
  issued: [2002]
  volume: 16
  issue: 2
  page: iii-v
- shows: a letter is called one behind its title
  line: >-
    Tor M, Turker H. International approaches to the prescription of long-term oxygen therapy [letter]. Eur
    Respir J. 2002;20(1):242.
  author: [Tor M, Turker H]
  title: "International approaches to the prescription of long-term oxygen therapy [letter]"
  container-title: Eur Respir J
  issued: [2002]
  volume: 20
  issue: 1
  page: 242
- shows: an abstract is called one, and a single page keeps its letter
  line: >-
    Lofwall MR, Strain EC, Brooner RK, Kindbom KA, Bigelow GE. Characteristics of older methadone
    maintenance (MM) patients [abstract]. Drug Alcohol Depend. 2002;66 Suppl 1:S105.
  author: [Lofwall MR, Strain EC, Brooner RK, Kindbom KA, Bigelow GE]
  title: "Characteristics of older methadone maintenance (MM) patients [abstract]"
  container-title: Drug Alcohol Depend
  issued: [2002]
  volume: 66 Suppl 1
  page: S105
- shows: the day of an earlier publication on the Internet comes last
  line: >-
    Yu WM, Hawley TS, Hawley RG, Qu CK. Immortalization of yolk sac-derived precursor cells. Blood. 2002 Nov
    15;100(10):3828-31. Epub 2002 Jul 5.
  author: [Yu WM, Hawley TS, Hawley RG, Qu CK]
  title: Immortalization of yolk sac-derived precursor cells
  container-title: Blood
  issued: [2002, 11, 15]
  volume: 100
  issue: 10
  page: 3828-3831
  note: Epub 2002 Jul 5
- shows: editors stand where authors would, and a suffix follows the initials
  line: >-
    Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, editors. Operative obstetrics. 2nd ed. New York:
    McGraw-Hill; 2002.
  type: book
  editor: [{family: Gilstrap, given: L C, suffix: 3rd}, Cunningham FG, VanDorsten JP]
  title: Operative obstetrics
  edition: 2
  publisher: McGraw-Hill
  publisher-place: New York
  issued: [2002]
- shows: a semicolon parts two organisations
  line: >-
    Royal Adelaide Hospital; University of Adelaide, Department of Clinical Nursing. Compendium of nursing
    research and practice development, 1999-2000. Adelaide (Australia): Adelaide University; 2001.
  type: book
  author:
    - literal: Royal Adelaide Hospital
    - literal: University of Adelaide, Department of Clinical Nursing
  title: Compendium of nursing research and practice development, 1999-2000
  publisher: Adelaide University
  publisher-place: Adelaide (Australia)
  issued: [2001]
- shows: a paper names the conference of its book
  line: >-
    Christensen S, Oppacher F. An analysis of Koza’s computational effort statistic for genetic programming.
    In: Foster JA, Lutton E, Miller J, Ryan C, Tettamanzi AG, editors. Genetic programming. EuroGP 2002:
    Proceedings of the 5th European Conference on Genetic Programming; 2002 Apr 3-5; Kinsdale, Ireland.
    Berlin: Springer; 2002. p. 182-91.
  type: chapter
  author: [Christensen S, Oppacher F]
  title: An analysis of Koza's computational effort statistic for genetic programming
  editor: [Foster JA, Lutton E, Miller J, Ryan C, Tettamanzi AG]
  container-title: >-
    Genetic programming. EuroGP 2002: Proceedings of the 5th European Conference on Genetic Programming;
    2002 Apr 3-5; Kinsdale, Ireland
  publisher: Springer
  publisher-place: Berlin
  issued: [2002]
  page: 182-191
- shows: proceedings name conference, days and place
  line: >-
    Harnden P, Joffe JK, Jones WG, editors. Germ cell tumours V. Proceedings of the 5th Germ Cell Tumour
    Conference; 2001 Sep 13-15; Leeds, UK. New York: Springer; 2002.
  type: book
  editor: [Harnden P, Joffe JK, Jones WG]
  title: Germ cell tumours V. Proceedings of the 5th Germ Cell Tumour Conference; 2001 Sep 13-15; Leeds, UK
  publisher: Springer
  publisher-place: New York
  issued: [2002]
- shows: what a work is stored on stands in brackets
  line: >-
    Anderson SC, Poulsen KB. Anderson’s electronic atlas of hematology [CD-ROM]. Philadelphia: Lippincott
    Williams & Wilkins; 2002.
  type: book
  author: [Anderson SC, Poulsen KB]
  title: "Anderson's electronic atlas of hematology [CD-ROM]"
  publisher: Lippincott Williams & Wilkins
  publisher-place: Philadelphia
  issued: [2002]
- shows: a book on the Internet says when it was read
  line: >-
    Foley KM, Gelband H, editors. Improving palliative care for cancer [Internet]. Washington: National
    Academy Press; 2001 [cited 2002 Jul 9]. Available from:
    https://www.nap.edu/catalog/10149/improving-palliative-care-for-cancer
  type: book
  editor: [Foley KM, Gelband H]
  title: Improving palliative care for cancer
  publisher: National Academy Press
  publisher-place: Washington
  issued: [2001]
  accessed: [2002, 7, 9]
  URL: "https://www.nap.edu/catalog/10149/improving-palliative-care-for-cancer"
"""

PRINTED = {
    "carette1991": (
        "Carette S, Marcoux S, Truchon R, et al. A controlled trial of corticosteroid injections into "
        "facet joints for chronic low back pain. N Engl J Med. 1991;325:1002-7. doi: "
        "10.1056/NEJM199110033251405."
    ),
    "lilius1989": (
        "Lilius G, Laasonen EM, Myllynen P, et al. Lumbar facet joint syndrome. A randomised clinical "
        "trial. J Bone Joint Surg Br. 1989;71:681-4. doi: 10.1302/0301-620X.71B4.2527856."
    ),
    "staal2008": (
        "Staal JB, de Bie R, de Vet HCW, Hildebrandt J, Nelemans P. Injection therapy for subacute and "
        "chronic low-back pain. Cochrane Database Syst Rev. 2008;(3):CD001824. doi: "
        "10.1002/14651858.CD001824.pub3."
    ),
    "oliveira2020": (
        "Oliveira CB, Maher CG, Ferreira ML, Hancock MJ, Oliveira VC, McLachlan AJ, et al. Epidural "
        "corticosteroid injections for lumbosacral radicular pain. Cochrane Database Syst Rev. "
        "2020;(4):CD013577. doi: 10.1002/14651858.CD013577."
    ),
    "nice-ng59": (
        "National Institute for Health and Care Excellence. Low back pain and sciatica in over 16s: "
        "assessment and management [Internet]. 2016. NICE guideline NG59. Updated 2020. Available from: "
        "https://www.nice.org.uk/guidance/ng59"
    ),
    "busse2025": (
        "Busse JW, Genevay S, Agarwal A, et al. Commonly used interventional procedures for non-cancer "
        "chronic spine pain: a clinical practice guideline. BMJ. 2025;388:e079970. doi: "
        "10.1136/bmj-2024-079970."
    ),
    "armon2025": (
        "Armon C, Narayanaswami P, Potrebic S, et al. Epidural steroids for cervical and lumbar radicular "
        "pain and spinal stenosis systematic review summary: report of the AAN Guidelines Subcommittee. "
        "Neurology. 2025;104(5):e213361. doi: 10.1212/WNL.0000000000213361."
    ),
    "friedly2014": (
        "Friedly JL, Comstock BA, Turner JA, et al. A randomized trial of epidural glucocorticoid "
        "injections for spinal stenosis. N Engl J Med. 2014;371:11-21. doi: 10.1056/NEJMoa1313265."
    ),
    "elyahchouchi2016": (
        "El-Yahchouchi CA, Plastaras CT, Maus T, et al. Adverse event rates associated with "
        "transforaminal and interlaminar epidural steroid injections: a multi-institutional study. Pain "
        "Med. 2016. doi: 10.1111/pme.12896. PubMed PMID: 26593277."
    ),
    "even2012": (
        "Even JL, Crosby CG, Song Y, et al. Effects of epidural steroid injections on blood glucose "
        "levels in patients with diabetes mellitus. Spine. 2012;37:E46-50. doi: "
        "10.1097/BRS.0b013e31821fd21f."
    ),
    "fda2014": (
        "US Food and Drug Administration. Epidural corticosteroid injections [Drug Safety Communication]. "
        "2014 Apr 23."
    ),
}

SHORT = {
    "carette1991": "Carette and others, 1991. N Engl J Med.",
    "lilius1989": "Lilius and others, 1989. J Bone Joint Surg Br.",
    "staal2008": "Staal and others, 2008. Cochrane Database Syst Rev.",
    "oliveira2020": "Oliveira and others, 2020. Cochrane Database Syst Rev.",
    "nice-ng59": "National Institute for Health and Care Excellence, 2016. NICE guideline NG59.",
    "busse2025": "Busse and others, 2025. BMJ.",
    "armon2025": "Armon and others, 2025. Neurology.",
    "friedly2014": "Friedly and others, 2014. N Engl J Med.",
    "elyahchouchi2016": "El-Yahchouchi and others, 2016. Pain Med.",
    "even2012": "Even and others, 2012. Spine.",
    "fda2014": "US Food and Drug Administration, 2014. Drug Safety Communication.",
}


REFERENCES = [
    entry.as_csl()
    for entry in read_record(References, LIBRARY, LIBRARY.name).references
    if entry.id in PRINTED  # a clone may have others
]


def csl(fields: dict[str, Any]) -> dict[str, Any]:
    """Turn names as NLM prints them and plain dates into CSL; the type is a journal article unless said."""
    entry = {"id": "a", "type": "article-journal", **fields}
    for role in entry.keys() & {"author", "editor"}:
        entry[role] = [name if isinstance(name, dict) else _person(name) for name in entry[role]]
    for event in entry.keys() & {"issued", "accessed"}:
        entry[event] = entry[event] if isinstance(entry[event], dict) else {"date-parts": [entry[event]]}
    return entry


def _person(name: str) -> dict[str, str]:
    family, _, given = name.rpartition(" ")
    return {"family": family, "given": given}


def loaded(entry: dict[str, Any]) -> dict[str, Any]:
    """Take an entry through YAML and the model, as one of a workspace."""
    written = yaml.safe_dump({"references": [csl({"title": "T", **entry})]}, allow_unicode=True)
    (reference,) = decode(References, parse_source(written, "references.yaml")).references
    return reference.as_csl()


def printed(entry: dict[str, Any], locale: str = "en-US") -> str:
    """Format one entry."""
    (line,) = format_bibliography([loaded(entry)], locale)
    return line.plain


def short(*entries: dict[str, Any], locale: str = "en-GB") -> list[str]:
    """Write the short forms of entries."""
    return [line.plain for line in short_forms([csl(entry) for entry in entries], locale)]


def by(name: dict[str, str], *others: str) -> str:
    """Print a title by these authors."""
    return printed({"author": [name, *others], "title": "T"})


FOLEY = {
    "type": "book",
    "editor": ["Foley KM", "Gelband H"],
    "title": "Improving palliative care for cancer",
    "issued": [2001],
    "accessed": [2002, 7, 9],
    "URL": "https://example.org/books",
}


@pytest.mark.parametrize("sample", [pytest.param(each, id=each["shows"]) for each in yaml.safe_load(SAMPLES)])
def test_sample(sample: dict[str, Any]) -> None:
    """A sample prints as the National Library of Medicine has printed it."""
    fields = {key: value for key, value in sample.items() if key not in {"shows", "line"}}

    assert printed(fields) == sample["line"]


def test_printed_library() -> None:
    """Every reference of the example leaflets prints as it was checked against the published record."""
    lines = (line.plain for line in format_bibliography(REFERENCES, "en-GB"))

    assert dict(zip((entry["id"] for entry in REFERENCES), lines, strict=True)) == PRINTED


def test_short_library() -> None:
    """Every reference of the example leaflets has a short form that finds it again."""
    assert dict(zip((entry["id"] for entry in REFERENCES), short(*REFERENCES), strict=True)) == SHORT


@pytest.mark.parametrize("given", ["HCW", "H C W", "H. C. W.", "H.C.W.", "Henrica C.W."])
def test_initials(given: str) -> None:
    """Every initial is printed, however the given names are written."""
    assert by({"family": "Vet", "given": given}) == "Vet HCW. T."


@pytest.mark.parametrize("given", ["Jean-Paul", "J-P", "J.-P."])
def test_hyphenated_given_name(given: str) -> None:
    """A hyphen between given names is not printed."""
    assert by({"family": "Roe", "given": given}) == "Roe JP. T."


@pytest.mark.parametrize("field", ["non-dropping-particle", "dropping-particle"])
def test_particle(field: str) -> None:
    """A particle stays before the family name, whichever field it comes in."""
    assert by({field: "de", "family": "Vet", "given": "HCW"}) == "de Vet HCW. T."


def test_elided_particle() -> None:
    """No space follows a particle that ends in an apostrophe."""
    assert (
        by({"non-dropping-particle": "d'", "family": "Arcy", "given": "J"})
        == "d\N{RIGHT SINGLE QUOTATION MARK}Arcy J. T."
    )


def test_suffix() -> None:
    """A suffix follows the initials, without a full stop of its own."""
    king = {"family": "King", "given": "Martin Luther", "suffix": "Jr."}

    assert by(king, "Roe R") == "King ML Jr, Roe R. T."


@pytest.mark.parametrize("cut", ["et al", "et al."])
def test_cut_list(cut: str) -> None:
    """A list cut in the data ends in et al. with one full stop, and no semicolon before it."""
    assert printed({"author": ["Carette S", {"literal": cut}], "title": "T"}) == "Carette S, et al. T."


def test_editors_in_place_of_authors() -> None:
    """Editors who replace authors are printed once."""
    assert printed(FOLEY).count("Foley KM, Gelband H, editors.") == 1


@pytest.mark.parametrize("role", ["author", "editor"])
def test_empty_names(role: str) -> None:
    """An empty list of names prints nothing."""
    assert printed({role: [], "title": "T"}) == "T."


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ("1-12", "1-12"),
        ("10-105", "10-105"),
        ("284\N{EN DASH}287", "284-7"),
        ("284--287", "284-7"),
        ("1002-7", "1002-7"),
        ("S93-S99", "S93-9"),
        ("E46-50", "E46-50"),
        ("A12-B15", "A12-B15"),
        ("7-7", "7-7"),
        ("iii-v", "iii-v"),
        ("60-61, 68-70", "60-1, 68-70"),
    ],
)
def test_pages(pages: str, shown: str) -> None:
    """Pages are separated by a hyphen, and the last one omits only the digits that both begin with."""
    assert printed({"title": "T", "container-title": "BMJ", "page": pages}) == f"T. BMJ. {shown}."


@pytest.mark.parametrize("title", ["Does it work?", "It works!"])
def test_title_with_a_mark(title: str) -> None:
    """No full stop follows a title that ends in a question or exclamation mark."""
    assert printed({"title": title, "container-title": "BMJ"}) == f"{title} BMJ."


def test_address_never_read() -> None:
    """With no date of reading there is no empty `[cited]`."""
    unread = {key: value for key, value in FOLEY.items() if key != "accessed"}

    assert printed(unread).endswith("[Internet]. 2001. Available from: https://example.org/books")


@pytest.mark.parametrize(
    ("locale", "read"),
    [
        ("en-GB", "[cited 2002 Jul 9]. Available from:"),
        ("de", "[zitiert 9. Juli 2002]. Verfügbar unter:"),
        ("fr-FR", "[cité 9 juill 2002]. Disponible sur:"),
        ("zh-CN", "[见引于 2002年7月9日]. 载于:"),
    ],
)
def test_locale(locale: str, read: str) -> None:
    """Phrases and dates are the locale's own, with its own spaces between day, month and year."""
    assert read in printed(FOLEY, locale)


@pytest.mark.parametrize(
    ("extra", "named"),
    [
        ({"container-titel": "BMJ"}, "container-titel"),
        ({"author": [{"family": "Roe", "initials": "R"}]}, r"author\.initials"),
        ({"issued": {"raw": "2002"}}, r"issued\.raw"),
        ({"titel": "T", "page-first": "1", "volum": "2"}, "titel, volum"),
    ],
)
def test_unknown_field(extra: dict[str, Any], named: str) -> None:
    """A field the processor would only warn about, or drop, is an error that names it and its reference."""
    with pytest.raises(
        ValueError, match=f"^the reference 'a' has fields the CSL processor does not know: {named}$"
    ):
        format_bibliography([csl({"title": "T", **extra})], "en-GB")


def test_unknown_locale() -> None:
    """A language CSL has no terms for is an error, never English."""
    with pytest.raises(ValueError, match="'tlh'"):
        format_bibliography([], "tlh")


def test_order_and_count() -> None:
    """Lines keep the order given, one an entry, even where two share an id."""
    lines = format_bibliography([csl({"title": title}) for title in "BAC"], "en-GB")

    assert [line.plain for line in lines] == ["B.", "A.", "C."]


def test_style_does_not_grow() -> None:
    """Rendering leaves the loaded style as it was, though the processor likes to write names into it."""
    root = load_processor("en-GB").style.root
    before = len(list(root.iter()))

    format_bibliography(REFERENCES, "en-GB")

    assert len(list(root.iter())) == before


def test_threads() -> None:
    """A thread waits while another uses the style, as the processor keeps the state of a rendering in it."""
    with ThreadPoolExecutor(1) as pool:
        with load_processor("en-GB").lock:
            waiting = pool.submit(format_bibliography, [csl({"title": "Waiting"})], "en-GB")
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.1)

        assert [line.plain for line in waiting.result()] == ["Waiting."]


@pytest.mark.parametrize(
    ("authors", "shown"),
    [
        (["Roe R"], "Roe"),
        (["Roe R", "de Vet HCW"], "Roe and de Vet"),
        (["Roe R", "de Vet HCW", "Poe P"], "Roe and others"),
        (["Roe R", {"literal": "et al"}], "Roe and others"),
        ([{"literal": "Alf-One Study Group"}], "Alf-One Study Group"),
        ([], "Heart"),
    ],
)
def test_short_authors(authors: list[Any], shown: str) -> None:
    """The short form names one or two authors, otherwise the first and others; without authors, the title."""
    entry = {"author": authors, "title": "Heart", "container-title": "BMJ", "issued": [2002]}

    assert short(entry) == [f"{shown}, 2002. BMJ."]


def test_short_form_in_the_language() -> None:
    """The others are named in the chosen language."""
    entry = {"author": ["Roe R", {"literal": "et al"}], "title": "T", "issued": [2002]}

    assert short(entry, locale="pl") == ["Roe i inni, 2002."]


def test_short_title() -> None:
    """Outside a journal the short title says where."""
    entry = {"type": "report", "author": [{"literal": "The Body"}], "title": "T", "title-short": "Rules"}

    assert short(entry) == ["The Body. Rules."]


@pytest.mark.parametrize(
    ("entry", "full", "shown"),
    [
        ({"type": "legal_case", "container-title": "Fed Rep"}, "Fed Rep. 2001.", "Fed Rep, 2001."),
        (
            {"type": "report", "author": [{"literal": "The Body"}], "genre": "Guideline", "number": "NG1"},
            "The Body. Guideline NG1. 2001.",
            "The Body, 2001. Guideline NG1.",
        ),
        (
            {"type": "book", "author": ["Roe R"], "title-short": "Rest"},
            "Roe R. Rest. 2001.",
            "Roe, 2001. Rest.",
        ),
        ({"type": "book", "author": ["Roe R"], "event": "Day"}, "Roe R. Day. 2001.", "Roe, 2001. Day."),
        ({"type": "chapter", "container-title": "Rest"}, "In: Rest. 2001.", "Rest, 2001."),
        (
            {"type": "book", "collection-title": "Series", "collection-number": "4"},
            "Series 4. 2001.",
            "Series, 2001.",
        ),
    ],
)
def test_what_names_a_source_stands_for_its_title(entry: dict[str, Any], full: str, shown: str) -> None:
    """Exports of laws, cases and reports often have no title: what else names them is printed, once."""
    untitled = {**entry, "issued": [2001]}

    assert [line.plain for line in format_bibliography([csl(untitled)], "en-GB")] == [full]
    assert short(untitled) == [shown]


def test_short_form_of_editors() -> None:
    """Editors replace missing authors."""
    assert short(FOLEY) == ["Foley and Gelband, 2001."]


def test_doi_before_url() -> None:
    """A DOI leads to doi.org, whatever the entry's own address."""
    entry = {"DOI": "10.1136/bmj.a2752", "URL": "https://example.org"}

    assert reference_url(entry) == "https://doi.org/10.1136/bmj.a2752"


def test_doi_with_signs() -> None:
    """Characters that an address cannot contain are escaped, as the DOI Handbook requires."""
    doi = "10.1002/(SICI)1097<1::AID-1>3.0.CO;2-#"

    assert reference_url({"DOI": doi}) == "https://doi.org/10.1002/(SICI)1097%3C1::AID-1%3E3.0.CO;2-%23"


def test_own_address() -> None:
    """Without a DOI the entry's own address is used."""
    assert reference_url({"URL": "https://example.org/a"}) == "https://example.org/a"


def test_no_address() -> None:
    """A reference with neither leads nowhere."""
    assert reference_url({"title": "T"}) is None


TITLES = ("Rest", "Motion", "Heat")


def test_same_authors_and_year_are_distinguished() -> None:
    """Works of one year are 2019a, 2019b and so on, in the order of the list; a single one has no letter."""
    same = [
        {"author": ["Roe R", "Poe P", "Doe D"], "title": title, "container-title": "BMJ", "issued": [2019]}
        for title in TITLES
    ]

    assert short(*same, {**same[0], "issued": [2020]}) == [
        "Roe and others, 2019a. BMJ.",
        "Roe and others, 2019b. BMJ.",
        "Roe and others, 2019c. BMJ.",
        "Roe and others, 2020. BMJ.",
    ]


def test_others_who_differ_are_distinguished_too() -> None:
    """What counts is what is printed: other authors within "and others" make no difference to a reader."""
    authors = (["Roe R", "Poe P", "Doe D"], ["Roe R", "Moe M", "Zoe Z"])

    assert short(*({"author": names, "title": "T", "issued": [2019]} for names in authors)) == [
        "Roe and others, 2019a.",
        "Roe and others, 2019b.",
    ]


def test_works_without_a_year_are_distinguished_by_their_titles() -> None:
    """Where there is no year for a letter the title says which one it is."""
    same = [{"author": ["Roe R"], "title": title, "container-title": "BMJ"} for title in TITLES[:2]]

    assert short(*same) == ["Roe. Rest. BMJ.", "Roe. Motion. BMJ."]


def test_letters_go_on_behind_z() -> None:
    """The 27th work of a year is aa."""
    same = [{"author": ["Roe R"], "title": f"T{number}", "issued": [2019]} for number in range(28)]

    assert [line[9:12].strip(".") for line in short(*same)][24:] == ["y", "z", "aa", "ab"]


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ({"date-parts": [[2019, 3, 1], [2020, 1, 2]]}, "2019\N{EN DASH}2020"),
        ({"literal": "in press"}, "in press"),
        ({"date-parts": [[2019]], "season": "1"}, "2019"),
        ({"date-parts": [[-44]]}, "44 BC"),
    ],
)
def test_a_short_form_says_the_year_as_the_long_one(issued: dict[str, Any], year: str) -> None:
    """Ranges, words and years before Christ are printed, and of a day only its year."""
    assert short({"author": ["Roe R"], "title": "T", "issued": issued}) == [f"Roe, {year}."]


def test_a_short_form_keeps_markup() -> None:
    """What is set in italics in a title is so in a short form, without its tags."""
    (line,) = short_forms([csl({"title": "<i>B. exempli</i> R&amp;D", "issued": [2019]})], "en-GB")

    assert line.plain == "B. exempli R&D, 2019."
    assert [run.text for run in line.spans if isinstance(run, Run) and run.styles] == ["B. exempli"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([2004], "[[2004]]"),
        ([[2004]], "[[2004]]"),
        (["2004"], "[[2004]]"),
        ([2004, 6, 1], "[[2004, 6, 1]]"),
        ([[2004], [2005]], "[[2004], [2005]]"),
        ([2004, "June"], "[[2026, 8, 6]]"),
        ([], "[[2026, 8, 6]]"),
    ],
)
@pytest.mark.parametrize("event", ["issued", "accessed"])
def test_a_date_that_is_a_list_shows_how_it_is_written(event: str, written: list[Any], shown: str) -> None:
    """The hint is the author's own date in CSL's form, ready to be copied."""
    entry = {"references": [{"id": "a", "type": "book", "title": "T", event: written}]}

    with pytest.raises(ContentError) as told:
        decode(References, parse_source(yaml.safe_dump(entry), "references.yaml"))

    assert [problem.hint for problem in told.value.problems] == [f"write `{event}: {{date-parts: {shown}}}`"]


def test_a_whole_date_in_a_list_is_taken_out_of_it() -> None:
    """One dash too many makes a list of a date."""
    entry = {"id": "a", "type": "book", "title": "T", "issued": [{"date-parts": [[2004]]}]}

    with pytest.raises(ContentError) as told:
        decode(References, parse_source(yaml.safe_dump({"references": [entry]}), "references.yaml"))

    assert [problem.hint for problem in told.value.problems] == ["take its dash or its brackets away"]


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"type": "book", "number-of-pages": "257"}, "257 p."),
        ({"type": "book", "number-of-pages": "xii, 257"}, "xii, 257 p."),
        ({"type": "book", "number-of-pages": "257 p."}, "257 p."),
        ({"type": "book", "page": "257 pages"}, "257 p."),
        ({"type": "report", "page": "257 p."}, "257 p."),
        ({"type": "chapter", "page": "3-5", "number-of-pages": "257"}, "p. 3-5."),
        ({"type": "book", "edition": "3-5"}, "3rd-5th eds."),
        ({"type": "book", "edition": "3 & 5"}, "3rd & 5th eds."),
        ({"type": "book", "edition": "2nd"}, "2nd ed."),
        ({"type": "book", "edition": "3rd ed."}, "3rd ed."),
    ],
)
def test_numbers_of_pages_and_editions(fields: dict[str, str], end: str) -> None:
    """How many pages a work has, and which editions are meant, are said in the words of the locale."""
    assert printed({"title": "T", **fields}) == f"T. {end}"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ({"family": "Garcia", "given": "Maria de la Paz"}, "Garcia M de la P"),
        ({"family": "Smith", "given": "John, Jr."}, "Smith J Jr"),
        ({"family": "Smith", "given": "J. A. III"}, "Smith JA III"),
        ({"family": "Beethoven", "given": "Ludwig van"}, "van Beethoven L"),
        ({"family": "Smith", "given": "HCW"}, "Smith HCW"),
        ({"family": "Smith", "given": "JOHN"}, "Smith J"),
        ({"family": "Tse", "given": "TSerendorj"}, "Tse Ts"),
        ({"family": "Roux", "given": "Th. J.-P."}, "Roux ThJP"),
        ({"family": '"de la Cruz"', "given": "Ana"}, "de la Cruz A"),
        ({"family": "Hoop", "given": "Jan", "dropping-particle": "van"}, "van Hoop J"),
        ({"family": "Hoop", "given": "J", "non-dropping-particle": "ten"}, "ten Hoop J"),
        ({"family": "Smith", "given": "'Abd"}, "Smith A"),
        ({"family": "X", "given": "de la"}, "X de la"),
        ({"family": "\u738b", "given": "\u5c0f\u660e"}, "\u738b\u5c0f\u660e"),
        ({"family": "\u738b", "given": "Xiao"}, "\u738b X"),
        ({"family": "Rao", "given": "\u0930\u092e\u0947\u0936"}, "Rao \u0930\u092e\u0947\u0936"),
        ({"family": "Plato"}, "Plato"),
        ({"literal": "Elm Group, Jr"}, "Elm Group, Jr"),
    ],
)
def test_a_name_is_written_as_nlm_does(name: dict[str, str], shown: str) -> None:
    """Particles come before the family name, then initials without stops, then the suffix."""
    assert write_name(name) == shown


@pytest.mark.parametrize(
    ("titles", "shown"),
    [
        ({"title": "The rest of a knee", "title-short": "Rest"}, ["Rest. Elm J.", "Rest. Elm J."]),
        ({"title": "The rest of a knee"}, ["The rest of a knee. Elm J."] * 2),
    ],
)
def test_a_work_without_authors_is_named_by_its_title_once(titles: dict[str, str], shown: list[str]) -> None:
    """The title that replaces the authors is not repeated to distinguish works."""
    entry = {"id": "a", "type": "article-journal", "container-title": "Elm J", **titles}

    assert [line.plain for line in short_forms([entry, entry], "en-GB")] == shown


def test_the_style_stays_under_its_own_licence() -> None:
    """Whoever changes it shares it alike, and says which style it was made from."""
    style = STYLE.read_text("utf-8")

    assert 'rights license="http://creativecommons.org/licenses/by-sa/3.0/"' in style
    assert 'href="http://www.zotero.org/styles/nlm-citation-sequence" rel="template"' in style


@pytest.mark.parametrize(
    ("number", "season"), [("1", "Spring"), ("2", "Summer"), ("3", "Autumn"), ("4", "Winter")]
)
def test_a_season_is_printed_by_its_name(number: str, season: str) -> None:
    """CSL numbers the seasons from spring on."""
    entry = {"title": "T", "issued": {"date-parts": [[2019]], "season": number}}

    assert printed(entry) == f"T. 2019 {season}."


def test_a_quotation_in_typographic_quotation_marks_has_inner_ones() -> None:
    """Straight marks between typographic ones become those of a quotation within a quotation."""
    assert printed({"title": "“Rest 'at home' now” again"}) == "“Rest ‘at home’ now” again."
