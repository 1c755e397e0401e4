"""A page as plain text: for email, for speech, and for translation into braille."""

from leafwright.plain_text.words import words_in
from leafwright.plain_text.writing import write_text
