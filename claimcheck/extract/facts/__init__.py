"""Facts: the details of a statement that can be compared, each with its own words and a normalised value."""
