"""A workspace's folders to one Library, with every problem of every file."""

from leafwright.library.reading import load_library
from leafwright.library.record import ClinicFolder, HandoutFile, Library, TranslationFile

__all__ = ["ClinicFolder", "HandoutFile", "Library", "TranslationFile", "load_library"]
