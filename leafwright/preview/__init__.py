"""Show a sheet in the browser while its text is written, rebuilt at every change, on this machine only."""
