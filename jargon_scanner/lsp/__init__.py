"""The language server: editors that speak its protocol underline words as they are typed.

``server`` is the conversation, ``papers`` the texts that are open, ``reading`` how one is read, ``answers``
what is told of it, and ``places`` how the protocol counts.
"""
