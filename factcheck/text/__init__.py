"""What every layer knows about text: spans, cleaning, paragraphs, sentences, quotation marks,
fingerprints.
"""
