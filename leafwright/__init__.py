"""Leafwright: leaflet content kept as YAML, turned into clinic-ready, accessible PDF leaflets."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("leafwright")
except PackageNotFoundError:  # `make` asks the doctor from a checkout before anything is installed
    __version__ = "0+checkout"
