"""`python -m leafwright.rules`: write docs/rules.md from the rules' own pages."""

from leafwright.files import write_whole
from leafwright.resources import PACKAGE
from leafwright.rules.book import write_book

if __name__ == "__main__":
    write_whole(PACKAGE.parent / "docs" / "rules.md", write_book().encode())
