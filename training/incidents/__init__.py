"""How the evidence that grouping uses is weighed."""
