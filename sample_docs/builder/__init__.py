"""Builds the sample documents from the texts in `source/`."""
