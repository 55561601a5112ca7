"""The spreadsheet into which a team types what came back on paper, and the way back.

``columns`` says what stands in it, ``sheet`` writes it for a pack, ``typed`` reads it filled in, row by row,
and says of every cell that it cannot take where it is and what would do.
"""
