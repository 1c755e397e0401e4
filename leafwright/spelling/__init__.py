"""Look up words in the dictionary of their language, and in lists of medical words and of the workspace."""

from leafwright.spelling.checker import SpellChecker, SpellCheckers
from leafwright.spelling.finding import FOLDER, missing_packages
from leafwright.spelling.names import names_of
from leafwright.spelling.words import WORD, SpelledWord, find_names, find_words
