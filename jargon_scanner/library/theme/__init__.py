"""One theme followed through a library: a term, a category, or words that stand in sentences.

``find`` says which sentences are the theme's, ``figures`` counts them by service and month, ``sentences``
chooses some to show with names hidden, and ``sheet`` writes it all for a team's practice day.
"""
