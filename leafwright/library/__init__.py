"""Read a workspace's folders into one Library, and report every problem of every file."""

from leafwright.library.clinic_folder import in_look
from leafwright.library.finding import REFERENCES, handout_paths, topic_folders
from leafwright.library.formats import name_formats
from leafwright.library.origins import Fact, WholeClinic, whole_clinics
from leafwright.library.reading import load_library
from leafwright.library.record import ClinicFolder, HandoutFile, Library, TranslationFile
