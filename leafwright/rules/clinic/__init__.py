"""Rules over one clinic: each `check` receives a ClinicReader, which is a ClinicFolder."""
