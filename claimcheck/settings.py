"""One frozen tree of settings, from defaults, a TOML file and flags, validated once.

Each number says in its metadata where it came from; `Settings.sha256` goes into the report.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Any

from claimcheck.errors import SettingsError


def number(default: float, origin: str, low: float = 0.0, high: float = 1.0) -> Any:
    """Return a field with a default, its allowed range and where the default came from."""
    return field(default=default, metadata={"origin": origin, "low": low, "high": high})


def choice(default: str, *names: str) -> Any:
    """Return a field with a default and the names that it may have."""
    return field(default=default, metadata={"names": names})


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """How claims are found: by the tagger and the rules together (`auto`), or by one of them alone."""

    extractor: str = choice("auto", "auto", "rules", "tagger")
    narration: bool = True
    context: int = number(80, "a line of an editor's sheet, in characters", 0, 1000)


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """How propositions come together."""

    copied_words: float = number(0.9, "share of equal characters; copies of conflict_dev have 0.91 and more")
    quoted_words: float = number(0.95, "the same for a quotation inside a longer one")
    restated: float = number(0.75, "cosine of an outlet's own words and its source's; set by hand")
    paraphrased: float = number(0.6, "the same for a paraphrase and a quotation of one side; set by hand")
    goes_on: float = number(0.12, "log-odds; both forms of conflict_dev", -20, 20)
    neighbours: int = number(24, "nearest neighbours that are weighed for each thread", 1, 1000)
    strong: float = number(0.5, "cosine of the nearest statements of threads that share no act, party or name")
    absent: float = number(-1.5, "log-odds of threads that nothing brought up: below most that were weighed", -20, 0)
    told_apart: float = number(0.6, "log-odds against two threads of one article; both forms of conflict_dev", 0, 20)
    same_matter: float = number(-0.3, "mean log-odds at which clusters merge; both forms of conflict_dev", -20, 20)
    few_articles: int = number(8, "articles that may be of one matter; conflict_dev has six at most", 1, 1000)
    of_many: float = number(0.5, "log-odds for each e-fold of articles beyond; ECB+ train, see decision 0022", 0, 4)
    in_doubt: str = choice("evidence", "evidence", "model")
    """Whether a network is asked where facts are silent: it tells happenings apart that are one incident to a desk."""
    doubt: float = number(3.0, "log-odds from that line within which the network is asked", 0, 20)
    most_asked: int = number(200, "pairs that it is asked of: a quarter of a minute on two cores", 0, 1_000_000)
    words_weight: float = number(0.8, "of its log-odds; ECB+ dev and conflict_dev", 0, 4)


@dataclass(frozen=True, slots=True)
class PairingSettings:
    """Which pairs are worth judging."""

    budget: int = number(2000, "pairs of one incident; the largest bundle of conflict_dev has 137", 1, 1_000_000)


FITTED = "training/judging/fit.py, on half of the bundles of conflict_dev"


@dataclass(frozen=True, slots=True)
class JudgingSettings:
    """How the judges' opinions are weighed, and when a confidence is called clear or likely."""

    clear: float = number(0.85, "make calibration: more than nine in ten such verdicts on labelled claims are right")
    likely: float = number(0.6, "the same: four in five are right from here to clear, half of those below")
    undecided: float = number(0.4, "little more than the third that three relations leave to chance")
    facts_conflict_weight: float = number(2.18, FITTED, 0, 4)
    facts_agree_weight: float = number(1.11, FITTED, 0, 4)
    facts_compatible_weight: float = number(1.34, FITTED, 0, 4)
    wording_weight: float = number(1.04, FITTED, 0, 4)
    entailment_weight: float = number(0.57, "as for sentences", 0, 4)
    in_doubt: str = choice("rules", "rules", "model")
    """Whether `check` asks the entailment model where the rules are not clear: on conflict_dev it adds nothing."""

    def weight_of(self, judge: str, relation: str) -> float:
        """Return the exponent of what a judge who sees a relation gives to each of the three."""
        weights = {
            ("facts", "conflict"): self.facts_conflict_weight,
            ("facts", "agree"): self.facts_agree_weight,
            ("facts", "compatible"): self.facts_compatible_weight,
        }
        others = {"wording": self.wording_weight, "entailment": self.entailment_weight}
        return weights[judge, relation] if judge == "facts" else others[judge]


SENTENCES = JudgingSettings(
    facts_conflict_weight=1.48,
    facts_agree_weight=0.89,
    facts_compatible_weight=0.39,
    wording_weight=1.16,
)
"""For sentences by themselves, which may be of anything: fitted on claims and on sentences, half and half."""


@dataclass(frozen=True, slots=True)
class NarrowingSettings:
    """Which incidents are near a text."""

    about: float = number(0.5, "cosine; headlines of conflict_dev, see decision 0012")


NO_ENTAILER = "none"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which models are used in place of the defaults: each a folder or a name on the hub; "" is the default.

    `NO_ENTAILER` leaves the judging to the rules.
    """

    parser: str = ""
    embedder: str = ""
    entailer: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run, one part a stage."""

    extract: ExtractSettings = ExtractSettings()
    grouping: GroupingSettings = GroupingSettings()
    pairing: PairingSettings = PairingSettings()
    judging: JudgingSettings = JudgingSettings()
    comparing: JudgingSettings = SENTENCES
    narrowing: NarrowingSettings = NarrowingSettings()
    models: ModelSettings = ModelSettings()

    @property
    def sha256(self) -> str:
        return sha256(dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def load_settings(path: Path) -> Settings:
    """Return the settings in a TOML file, with defaults for what it leaves out.

    Errors: `SettingsError` for a file that cannot be read, an unknown name, a wrong type or a number out of range.
    """
    settings: Settings = _updated(Settings(), user_table(path, "settings"), "")
    return settings


def user_table(path: Path, what: str) -> dict[str, Any]:
    """Return what a TOML file of the user holds: "settings" or "sources", which its option and its page are called too.

    Errors: `SettingsError` for a file that cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        hint = f"give a TOML file with --{what}"
        raise SettingsError(f"cannot read {what} {path}: {error.strerror}", hint) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not UTF-8", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}", f"see docs/{what}.md for an example") from error


def _updated(settings: Any, values: dict[str, Any], where: str) -> Any:
    known = {f.name: f for f in fields(settings)}
    changes = {}
    for name, value in values.items():
        if name not in known:
            raise SettingsError(f"unknown setting {where}{name}", f"known here: {', '.join(known)}")
        old = getattr(settings, name)
        if is_dataclass(old):
            if not isinstance(value, dict):
                raise SettingsError(f"{where}{name} is a table", f"write [{where}{name}] and its settings below it")
            changes[name] = _updated(old, value, f"{where}{name}.")
        else:
            changes[name] = _checked(f"{where}{name}", value, old, known[name].metadata)
    return replace(settings, **changes)


_KINDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}


def _written(value: object) -> str:
    """Return a value as TOML writes it."""
    return dumps(value)


def _checked(name: str, value: Any, old: Any, limits: Any) -> Any:
    kinds = (float, int) if isinstance(old, float) else type(old)
    if isinstance(value, bool) != isinstance(old, bool) or not isinstance(value, kinds):
        raise SettingsError(f"{name} is {value!r}, not {_KINDS[type(old)]}", f"the default is {_written(old)}")
    if value not in limits.get("names", (value,)):
        raise SettingsError(f"{name} is {value!r}", f"choose one of {', '.join(limits['names'])}")
    if "low" in limits and not limits["low"] <= value <= limits["high"]:
        raise SettingsError(f"{name} is {value!r}", f"give a number from {limits['low']:g} to {limits['high']:g}")
    return value
