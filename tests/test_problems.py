"""Problems in the form in which every room reports them."""

from leafwright.problems import Place, Problem, fold_problems


def _lack(file: str, *lines: int, together: str = "{n} of 9 parts lack words") -> list[Problem]:
    """Find that the parts at some lines of a file lack words."""
    return [
        Problem(place=Place(file=file, line=line), code="missing-block", message=str(line), together=together)
        for line in lines
    ]


def test_many_of_a_kind_are_told_once_for_a_file() -> None:
    """They are counted, and told at the first of them."""
    folded = fold_problems([*_lack("es.yaml", 9, 5, 7, 8), *_lack("fr.yaml", 1, 2, 3, 4, 5)])

    assert [(found.place.file, found.place.line, found.message) for found in folded] == [
        ("es.yaml", 5, "4 of 9 parts lack words, the first here"),
        ("fr.yaml", 1, "5 of 9 parts lack words, the first here"),
    ]


def test_a_few_are_told_each_for_itself() -> None:
    """Three lines can be read and mended one by one, as can many that have nothing to be told together."""
    few, own = _lack("es.yaml", 1, 2, 3), _lack("fr.yaml", 1, 2, 3, 4, together="")

    assert fold_problems([*few, *own]) == (*few, *own)
