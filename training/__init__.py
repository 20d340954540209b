"""How what is shipped was trained: one folder for each model, each with a command."""
