"""The records a workspace is made of: typed, frozen, and the source of the editors' schemas."""
