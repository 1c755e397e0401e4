"""Rules over one clinic: each `check` receives a ClinicFolder."""
