"""The steps that bring a record up to date, oldest first in ``versions``."""
