"""Drafts where people write them: a marked copy and a short report stand beside each, and nothing is touched.

``beside`` writes the two. ``folder`` says which drafts of a folder were saved and are let go of, ``watch``
keeps looking.
"""
