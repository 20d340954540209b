"""The quality of each stage on data that is not part of the project: `make eval DATA=DIR`."""
