"""The manifest to pages that staff can use: find a sheet, look at it, print it."""

from leafwright.catalogue.writing import write_catalogue

__all__ = ["write_catalogue"]
