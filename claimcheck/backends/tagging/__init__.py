"""The learned tagger: from passages to marked sources, cues and contents."""
