"""From the scores of the tagger to marks: the best sequence of tags, and the cue that each stretch belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.backends.tagging.windows import NOWHERE, Window
from claimcheck.ports import Mark, Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ROLES = (Role.SOURCE, Role.CUE, Role.CONTENT)
TAGS = 1 + 2 * len(ROLES)
"""Outside, then for each role its first token and those that go on."""

_NEVER = -1e4


def begins(role: int) -> int:
    """Return the tag of the first token of a stretch of a role, by its place in `ROLES`."""
    return 1 + 2 * role


def goes_on(role: int) -> int:
    """Return the tag of a further token of a stretch of a role."""
    return 2 + 2 * role


def marks(window: Window, tags: Floats, arcs: Floats) -> tuple[Mark, ...]:
    """Return the marked stretches of a window, in text order.

    `tags` are log-probabilities, shape (tokens, TAGS); `arcs` those that a token belongs to the cue which begins at
    another, shape (tokens, tokens). Errors: none; a stretch that belongs to no cue is left out.
    """
    path = _best(tags)
    stretches = list(_stretches(path, window))
    cues = [first for role, first, _ in stretches if role == ROLES.index(Role.CUE)]
    anchors = sorted({_anchor(arcs[first : last + 1], cues) for _, first, last in stretches if cues})
    found = []
    for role, first, last in stretches:
        if not anchors:
            break
        anchor = _anchor(arcs[first : last + 1], anchors)
        sure = float(np.exp(tags[np.arange(first, last + 1), path[first : last + 1]].mean()))
        span = window.offsets[first][0], window.offsets[last][1]
        found.append(Mark(ROLES[role], *span, window.offsets[anchor][0], sure))
    return tuple(found)


def _anchor(arcs: Floats, cues: list[int]) -> int:
    return cues[int(arcs[:, cues].mean(axis=0).argmax())]


def _stretches(path: NDArray[np.int64], window: Window) -> Iterator[tuple[int, int, int]]:
    """Yield the role of each tagged stretch with its first and its last token."""
    role, first = -1, 0
    for i, tag in enumerate([*path, 0]):
        own = (int(tag) - 1) // 2 if tag else -1
        if role >= 0 and (own != role or tag == begins(own) or window.offsets[i] == NOWHERE):
            yield role, first, i - 1
            role = -1
        if own >= 0 and role < 0 and i < len(path) and window.offsets[i] != NOWHERE:
            role, first = own, i


def _best(tags: Floats) -> NDArray[np.int64]:
    """Return the most likely sequence of tags in which none goes on that was not begun: Viterbi's."""
    allowed = _transitions()
    score, back = tags[0] + _start(), np.zeros(tags.shape, dtype=np.int64)
    for i in range(1, len(tags)):
        reached = score[:, None] + allowed
        back[i] = reached.argmax(axis=0)
        score = reached.max(axis=0) + tags[i]
    path = np.zeros(len(tags), dtype=np.int64)
    path[-1] = score.argmax()
    for i in range(len(tags) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def _start() -> Floats:
    return np.array([_NEVER if tag and tag % 2 == 0 else 0 for tag in range(TAGS)], dtype=np.float32)


def _transitions() -> Floats:
    """Return what it costs to go from a tag (row) to another (column)."""
    table = np.zeros((TAGS, TAGS), dtype=np.float32)
    for role in range(len(ROLES)):
        table[:, goes_on(role)] = _NEVER
        table[[begins(role), goes_on(role)], goes_on(role)] = 0
    return table
