"""Turn a sheet's HTML into a Proof: a PDF and everything that was measured on it."""

from leafwright.pdf.fetch import FilesInHand
from leafwright.pdf.layout import Engine
from leafwright.pdf.proof import Proof, prove
