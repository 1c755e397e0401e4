"""Where this machine keeps what it makes once: fonts, measures of pictures, seals of builds."""

import os
from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """Return the cache folder of this machine: LEAFWRIGHT_CACHE, or one in the user's cache folder."""
    chosen = os.environ.get("LEAFWRIGHT_CACHE") or platformdirs.user_cache_dir("leafwright", appauthor=False)
    return Path(chosen).resolve()
