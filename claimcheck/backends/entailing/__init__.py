"""Entailers: any cross-encoder with labels of entailment, through sentence-transformers."""
