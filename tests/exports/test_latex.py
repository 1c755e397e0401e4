"""LaTeX in BibTeX files is read as the words that it prints."""

import pytest

from leafwright.exports.latex import UnknownCommandError, read_latex


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"M{\"u}ller, M\"uller, M\"{u}ller, M{\"{u}}ller", "Müller, Müller, Müller, Müller"),
        (r"\'{\i} \'i {\'\i} na\"{\i}ve", "í í í naïve"),
        (r"Nguy\~{\^e}n Th\d{i} \c{c} \v{s} \k{a} \H{o} \r{a} \.z \u{a} \=o", "Nguyễn Thị ç š ą ő å ż ă ō"),
        (r"\o \O{} {\L}uk \ss{} \ae {\AA} \oe", "øØ Łuk ß æÅ œ"),
        (r"R\&D 5\% \_ \# \$5 \{x\}", "R&D 5% _ # $5 {x}"),
        ("a -- b --- c", "a – b — c"),
        ("``quoted''", "“quoted”"),
        ("{NICE} {{UK}}", "NICE UK"),
        (r"\emph{S. aureus} and \textit{E. coli}", "<i>S. aureus</i> and <i>E. coli</i>"),
        (r"H$_2$O, 10$^{5}$, \textsuperscript{2}", "H<sub>2</sub>O, 10<sup>5</sup>, <sup>2</sup>"),
        (r"$\beta_2$, $\Delta$, \textmu g", "β<sub>2</sub>, Δ, µg"),
        (r"$p \leq 0.05$, 3 $\times$ 2, 20\textdegree", "p ≤ 0.05, 3 × 2, 20°"),
        (r"p \textless{} 0.05", "p < 0.05"),
        ("a~b\n  c", "a b c"),
        (r"\url{https://example.org}", "https://example.org"),
        (r"\textbf{Bold} {\it slanted}", "<b>Bold</b> slanted"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_commands_become_signs_and_tags(written: str, words: str) -> None:
    """Accents, signs, formulas and type are read; braces that only keep capitals go."""
    assert read_latex(written) == words


@pytest.mark.parametrize("written", [r"\foo{x}", r"a \unknown", r"\'", r"x\"", "\\", r"\mathbb{R}"])
def test_a_command_that_is_not_known_is_refused(written: str) -> None:
    """Its letter would be lost without a word."""
    with pytest.raises(UnknownCommandError):
        read_latex(written)
