"""Leafwright: leaflet content kept as YAML, turned into clinic-ready, accessible PDF leaflets."""


def __getattr__(name: str) -> str:
    """Look up `__version__` when it is asked for.

    What reads it takes a tenth of the time of a build that has nothing to do.
    """
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  # too slow for every start

    try:
        return version("leafwright")
    except PackageNotFoundError:  # `make` asks the doctor from a checkout before anything is installed
        return "0+checkout"
