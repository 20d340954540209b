"""Seconds of a piece of work, and the peak memory of this process."""

from __future__ import annotations

import resource
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes, by the wall."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def drained(items: Iterable[object]) -> None:
    """Use up an iterator, so that what is lazy is done."""
    deque(items, maxlen=0)


def cpu_of_children() -> float:
    """Return the CPU seconds of all processes that this one started and waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak() -> float:
    """Return the peak memory of this process in MB, as Linux tells it: that of `getrusage` also counts its parent."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024
