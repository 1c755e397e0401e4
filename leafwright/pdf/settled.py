"""Objects of a PDF made into bytes once: pydyf makes them twice, to write them and to number the file."""

import pydyf


class Settled(pydyf.Object):  # type: ignore[misc]  # pydyf brings no types
    """An object that nothing changes any more, with its bytes."""

    def __init__(self, changing: pydyf.Object) -> None:
        """Take the bytes of an object, and its place in the file."""
        super().__init__()
        self.number, self.generation, self.free = changing.number, changing.generation, changing.free
        self._data: bytes = changing.data
        self._is_compressible: bool = changing.compressible

    @property
    def data(self) -> bytes:
        """The bytes of the object."""
        return self._data

    @property
    def compressible(self) -> bool:
        """Whether the object may stand in an object stream."""
        return self._is_compressible


def settle(pdf: pydyf.PDF) -> None:
    """Make each object of a PDF into bytes, the last thing before it is written."""
    pdf.objects[:] = [each if each.free == "f" else Settled(each) for each in pdf.objects]
