"""`claimcheck cache`, and the models of a run with what is kept from earlier ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.output import emit, tell_notices

if TYPE_CHECKING:
    from claimcheck.ports import Models
    from claimcheck.settings import Settings


def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Drop everything that is kept.")] = False,
) -> None:
    """Show what is kept of earlier runs: where, and how much.

    An article that was read before is not read again, as long as the program, its models and its settings are the same.
    What nobody asked for in a month is dropped.
    """
    from claimcheck.cache import Store, default_path

    with closing(Store(default_path())) as store:
        if clear:
            store.clear()
        entries, size = store.size()
        emit(f"{store.path}\n{entries} entries, {size / 1e6:.1f} MB\n")
        tell_notices(store.notices)


@contextmanager
def models_for(settings: Settings, understanding: options.Understanding, quiet: bool) -> Iterator[Models]:
    """Give the models of a run, with the cache unless it is not wanted; say at the end what was wrong with it."""
    from claimcheck.defaults import default_models

    models = default_models(settings)
    if understanding.no_cache:
        yield models
        return
    from claimcheck.cache import Store, default_path, remembering

    with closing(Store(default_path())) as store:
        yield remembering(models, store)
        tell_notices(store.notices, quiet)
