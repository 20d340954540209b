"""How the judges are weighed against each other."""
