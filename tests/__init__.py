"""The tests. A package of its own: spylls, which reads dictionaries, installs one called `tests` too."""
