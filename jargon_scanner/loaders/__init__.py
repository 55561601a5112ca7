"""Reading: ``load(path)`` gives a ``Document``, whatever the format."""
