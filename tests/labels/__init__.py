"""Does the label of a finding lead a person to its words? Labels are followed in the file itself.

``word_files`` follows them through the XML of a Word package, ``pdf_files`` through the boxes on the pages of a
PDF; neither uses anything of our readers but the label.
"""
