"""What was made of a text before, kept on disk: an unchanged article is read once."""

from claimcheck.cache.remembering import remembering
from claimcheck.cache.store import Store, default_path

__all__ = ["Store", "default_path", "remembering"]
