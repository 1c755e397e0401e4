"""Web pages of the sheets in an output folder: staff find a sheet, look at it and print it."""

from leafwright.catalogue.writing import write_catalogue
