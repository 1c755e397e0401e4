"""The blocks a handout is made of: one module for each kind, and what they all have."""
