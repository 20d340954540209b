"""Less of what there is: articles before anything is read in them, incidents of a report that is made."""

from claimcheck.narrow.about import about
from claimcheck.narrow.articles import articles_between, articles_of
from claimcheck.narrow.incidents import incidents_only
from claimcheck.narrow.speaking import speaking

__all__ = ["about", "articles_between", "articles_of", "incidents_only", "speaking"]
