"""While people write: what is said about words as they are typed, whatever program they are typed in."""
