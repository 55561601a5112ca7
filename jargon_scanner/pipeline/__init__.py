"""spaCy components, and what they need: words, candidates, grammar where it is asked for, decisions."""
