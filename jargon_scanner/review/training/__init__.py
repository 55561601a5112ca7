"""A trainer's pack from the record: the phrases that matter most, what people said, exercises and a quiz."""
