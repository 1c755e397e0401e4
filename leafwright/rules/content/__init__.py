"""Rules over one handout: each `check` receives a Reader."""
