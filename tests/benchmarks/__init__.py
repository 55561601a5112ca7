"""Measurements. Figures are printed and written down; none is asserted."""
