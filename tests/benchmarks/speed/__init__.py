"""One benchmark a file: a title, ``REFERENCE`` and ``figures()``."""
