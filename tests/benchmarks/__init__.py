"""Measurements. Figures are printed and written down; none is asserted.

python -m tests.benchmarks            how fast: every benchmark of the folder speed, beside its peers
python -m tests.benchmarks.quality    how good: the shared measure over the annotated documents
"""
