"""The libraries behind the ports: the only modules that import them, themselves imported by `defaults` alone."""
