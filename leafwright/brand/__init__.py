"""A clinic's brand, whole: logo, colours, type, every component, decisions and contacts, in one PDF."""
