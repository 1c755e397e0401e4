"""`python -m leafwright.rules`: write docs/rules.md from the rules' own pages, and docs/codes.md."""

from leafwright.codes import write_codes
from leafwright.files import write_whole
from leafwright.resources import PACKAGE
from leafwright.rules.book import write_book

if __name__ == "__main__":
    docs = PACKAGE.parent / "docs"
    write_whole(docs / "rules.md", write_book().encode())
    write_whole(docs / "codes.md", write_codes().encode())
