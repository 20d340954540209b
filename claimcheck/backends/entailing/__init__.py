"""Entailers: the shipped one on onnxruntime, and any cross-encoder with labels of entailment by name."""
