"""Draw the pictures of docs/gallery.md: page 1 of each sheet of the gallery in standard print."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tools.pictures import COLOURS, ROOT, draw_page

GALLERY: Final = ROOT / "gallery"
TARGET: Final = ROOT / "docs" / "pictures" / "gallery"
CLINIC: Final = "juniper-lane"
END: Final = "-standard-en-GB.pdf"
WIDTH: Final = 420


def main() -> None:
    """Build the gallery, and write a picture of each sheet."""
    for old in TARGET.glob("*.png"):
        old.unlink()
    TARGET.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        command = [sys.executable, str(ROOT / "generate.py"), "--workspace", str(GALLERY), "build"]
        subprocess.run([*command, "--edition", "standard", "--output", folder], check=True)
        for sheet in sorted(Path(folder, CLINIC).glob(f"*{END}")):
            target = TARGET / f"{sheet.name.removesuffix(END)}.png"
            draw_page(sheet, WIDTH).quantize(COLOURS).save(target, optimize=True)
            sys.stdout.write(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
