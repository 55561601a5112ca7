"""The language of documents as a question of every monthly audit.

A sample is drawn (``library.sampling``), each document is paired with a fair auditor (``people``,
``pairing``), a form of one page goes out for each pair (``forms``), comes back filled in and is kept
(``kept``), and ``results`` counts the marks and gathers the auditors' words, month by month and service by
service.
"""
