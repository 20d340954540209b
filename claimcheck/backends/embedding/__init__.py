"""Embedders: the default model on onnxruntime, and any other through sentence-transformers."""
