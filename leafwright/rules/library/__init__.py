"""Rules over what all handouts share: each `check` receives a Library."""
