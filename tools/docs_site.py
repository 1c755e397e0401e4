"""What `mkdocs.yml` needs beyond docs/: the pages at the root, and links to other files of the repository."""

import re
from pathlib import Path
from posixpath import dirname, relpath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = {name: name.lower() for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")}
"""In lower case, because MkDocs takes a README.md for the first page."""
LINK: Final = re.compile(r"\[(?P<words>[^][]+)\]\((?P<target>[^)#:\s]+)(?P<anchor>#[^)]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages at the root."""
    for name, uri in PAGES.items():
        files.append(File.generated(config, uri, abs_src_path=str(ROOT / name)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let links lead to files of the site: files from elsewhere are copied, folders are only named."""
    if page.file.src_uri == PAGES["CHANGELOG.md"]:
        page.meta["search"] = {"boost": 0.1}  # it has every word once
    here = Path(page.file.abs_src_path or "").parent

    def lead(link: re.Match[str]) -> str:
        target = (here / link["target"]).resolve()
        if target.is_dir():
            return link["words"]
        if not target.is_file():
            return link[0]  # MkDocs says so
        uri = _uri(target.relative_to(ROOT))
        if files.get_file_from_path(uri) is None:
            files.append(File.generated(config, uri, abs_src_path=str(target)))
        return f"[{link['words']}]({relpath(uri, dirname(page.file.src_uri) or '.')}{link['anchor'] or ''})"

    return LINK.sub(lead, markdown)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  # MkDocs' signature
    """Name the search for screen readers, which the theme forgets."""
    return output.replace('role="dialog"', 'role="dialog" aria-label="Search"')


def _uri(path: Path) -> str:
    """Return where a file of the repository is in the site."""
    if path.parts[0] == "docs":
        return path.relative_to("docs").as_posix()
    return PAGES.get(path.as_posix()) or f"repository/{path.as_posix()}"
