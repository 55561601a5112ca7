"""Real files, broken at random: each is read, or refused with an error of ours, within limits."""
