"""What the headline of an article adds to claims that leave it unsaid: with what it was done, and to what.

"Nobody was hurt, the mayor said" is of the strike on a hospital that stands above it. Days and places are not taken
from there: an article tells of more than one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.group.profiles import Profile
from claimcheck.group.words import families, words


def headed(profile: Profile, headlines: Iterable[str | None]) -> Profile:
    """Return a profile with the families of targets that headlines name, and of means where it has none.

    One that names a target of its own is left as it is: it may be of another matter than the headline.
    """
    if profile.targets:
        return profile
    told = [word for headline in headlines for word in words(headline or "")]
    return replace(profile, means=profile.means or families("means", told), targets=families("targets", told))
