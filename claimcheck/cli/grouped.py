"""Options that belong together, as one parameter of a command: a frozen dataclass whose fields are the options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, TypeVar, cast, get_type_hints

T = TypeVar("T")


def grouped(command: Callable[..., T]) -> Callable[..., T]:
    """Return a command that the command line sees with every option of its groups, in their place."""
    hints = get_type_hints(command, include_extras=True)
    own = signature(command).parameters
    groups = {name: hints[name] for name in own if is_dataclass(hints[name])}
    options = [
        option
        for name, parameter in own.items()
        for option in (_options(groups[name]) if name in groups else [parameter.replace(annotation=hints[name])])
    ]

    @wraps(command)
    def expanded(**given: Any) -> T:
        together = {
            name: group(**{field.name: given.pop(field.name) for field in fields(group)})
            for name, group in groups.items()
        }
        return command(**given, **together)

    shown = cast(Any, expanded)
    shown.__signature__ = Signature([o.replace(kind=Parameter.KEYWORD_ONLY) for o in options])
    shown.__annotations__ = {option.name: option.annotation for option in options}
    return expanded


def _options(group: Any) -> list[Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name])
        for field in fields(group)
    ]
