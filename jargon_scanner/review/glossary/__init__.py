"""“Words we use”: what was decided, given back to young people and to parents, from A to Z.

``words`` takes it from the record; ``files`` writes it as a page for a browser, as PDF and as Word.
"""
