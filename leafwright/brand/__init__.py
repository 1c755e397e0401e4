"""Show a clinic's whole brand in one PDF: logo, colours, type, every block, decisions and contacts."""
