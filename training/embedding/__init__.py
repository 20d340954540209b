"""The graph of the default embedder: written from the network as sentence-transformers has it, without its weights."""
