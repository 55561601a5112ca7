"""The lexicon: what curators write, checked, inflected and made ready for matching."""
