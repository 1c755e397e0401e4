"""The blocks of a handout: one module for each kind, and what they share."""
