"""The page beside the text: watched, rebuilt and shown again at every change, on this machine only."""
