"""Formats of sheets: one module each with a ``PART``."""
