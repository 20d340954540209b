"""The tagger of sources, cues and contents: trained on PolNeAR, which stays outside of the project."""
