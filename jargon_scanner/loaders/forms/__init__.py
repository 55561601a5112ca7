"""Data that holds forms (JSON, JSON Lines, XML): what people read in it is said by a mapping file.

``mapping`` finds and checks the file, ``compose`` makes a document of the values that its paths lead to,
``json_values`` reads JSON for both of its formats.
"""
