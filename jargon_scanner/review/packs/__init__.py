"""A pack on paper, and what was written on paper brought back.

``paper`` says what stands on the cards and the tally sheet; ``pdf`` and ``word`` write it; ``answers`` is the
spreadsheet into which a team types what came back.
"""
