"""Which words are worth talking about, and what stands on their cards.

``figures``, ``document`` and ``by_hand`` pick words, each from its own place; ``cards`` makes a pack of what
was picked, with ``wordings`` to choose from and ``sentences`` to see the word in.
"""
