"""Objects of a PDF made into bytes once."""

from io import BytesIO

import pydyf

from leafwright.pdf.settled import settle


class _Counted(pydyf.Dictionary):  # type: ignore[misc]  # pydyf brings no types
    """A dictionary that counts how often it was made into bytes."""

    asked = 0

    @property
    def data(self) -> bytes:
        """Count, and make the bytes."""
        self.asked += 1
        return bytes(super().data)


def _pdf() -> tuple[pydyf.PDF, _Counted]:
    pdf, counted = pydyf.PDF(), _Counted({"Kind": "/Example"})
    pdf.add_object(counted)
    pdf.add_object(pydyf.Stream(["0 0 10 10 re", "f"], {"Type": "/XObject"}, compress=True))
    pdf.info["Title"] = pydyf.String("Looking after a sore knee")
    return pdf, counted


def _written(pdf: pydyf.PDF) -> bytes:
    output = BytesIO()
    pdf.write(output, version=b"1.7", identifier=True, compress=True)
    return output.getvalue()


def test_a_settled_file_has_the_same_bytes() -> None:
    """Objects inside and outside an object stream, the table of both and the identifier are as they were."""
    settled, plain = _pdf()[0], _pdf()[0]
    settle(settled)

    assert _written(settled) == _written(plain)


def test_an_object_is_made_into_bytes_once() -> None:
    """The identifier is made from the bytes that were written."""
    pdf, counted = _pdf()
    settle(pdf)
    _written(pdf)

    assert counted.asked == 1
