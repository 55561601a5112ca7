"""Our Voice: young people and parents say what they understand, how it feels and what we should say.

cards (what is asked) → sessions (who joins) → answers → results → decisions → the reviewed layer of the
lexicon. Everything that is kept lies in the ``record``, a database in the council's data folder.
"""
