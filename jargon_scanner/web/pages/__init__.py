"""The pages and APIs of the app: one module or package each, with a ``PART``."""
