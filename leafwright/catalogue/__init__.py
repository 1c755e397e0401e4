"""Web pages of the sheets in an output folder: staff find a sheet, look at it and print it."""

from leafwright.catalogue.writing import write_catalogue

__all__ = ["write_catalogue"]
