"""Rules over what a translation says: each `check` receives a Bilingual."""
