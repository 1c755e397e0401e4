"""Rules over one printed sheet: each `check` receives a SheetProof."""
