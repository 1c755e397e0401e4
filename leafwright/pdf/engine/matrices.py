"""Multiply matrices without a loop: the engine does so for each figure and each line of text."""

from collections.abc import Callable
from typing import Any, Final

from weasyprint.matrix import Matrix

from leafwright.pdf.engine.lever import Lever


def _written_out(_multiply: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def __matmul__(own: Any, other: Any) -> Any:  # noqa: N807  # the name that is replaced
        (a, b, c), (d, e, f), (g, h, i) = other
        # The engine's sums begin with 0 too, which makes a negative zero positive.
        rows = [
            [0 + x * a + y * d + z * g, 0 + x * b + y * e + z * h, 0 + x * c + y * f + z * i]
            for x, y, z in own
        ]
        return Matrix(matrix=rows)

    return __matmul__


LEVER: Final = Lever("__matmul__", ("weasyprint.matrix:Matrix",), _written_out)
