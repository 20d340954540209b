"""The judge of sentence pairs: a cross-encoder trained on corpora of entailment, which stay outside of the project."""
