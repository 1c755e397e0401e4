"""Serialise the objects of a PDF once: pydyf does it twice, to write them and to number the file."""

import pydyf


class Settled(pydyf.Object):  # type: ignore[misc]  # pydyf brings no types
    """A serialised object that no longer changes."""

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
        """Whether the object may be in an object stream."""
        return self._is_compressible


def settle(pdf: pydyf.PDF) -> None:
    """Serialise each object of a PDF, right before it is written."""
    pdf.objects[:] = [object_ if object_.free == "f" else Settled(object_) for object_ in pdf.objects]
