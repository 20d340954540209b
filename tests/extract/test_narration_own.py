"""Texts that an institution publishes itself: each sentence that asserts is its claim; it answers for its people."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract_claims
from claimcheck.extract.speakers import is_own_text
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Claim, Stance, Voice
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

pytestmark = pytest.mark.models

ARMY, EMBASSY, OFFICE = "Belgian armed forces", "Chilean embassy in Norway", "Israeli Prime Minister's Office"


def claims_of(models: Models, outlet: str, text: str) -> tuple[Claim, ...]:
    return extract_claims(Article("a", text, outlet=outlet), models, default_knowledge(), ExtractSettings())


@pytest.mark.parametrize(
    "text",
    [
        "The guards fired at the boat.",
        "No sailors were hurt.",
        "The search for mines in the bay continues.",
        "The bay is calm.",
        "We will keep the harbour open.",
        "On Monday the two ministers had a long telephone conversation, asked for by the other side.",
        "There was no order to shoot.",
        "The gate must stay shut until the mines are gone.",
        "A plan for the harbour was adopted on Monday.",
    ],
)
def test_each_sentence_that_asserts_is_told(models: Models, text: str) -> None:
    (claim,) = claims_of(models, ARMY, text)
    assert (claim.text, claim.voice, claim.chain) == (text[:-1], Voice.NARRATION, (ARMY,))


@pytest.mark.parametrize(
    "text",
    [
        "Good morning!",
        "Dear friends, the week begins.",
        "Follow us for more.",
        "Was it a mine?",
        "For more information, visit our website: https://example.org/press.",
        "Our press office can be contacted by email at press@example.org.",
        "The force was established in 1981 to keep the bay calm.",
        "Photographs from the harbour.",
        "Our thoughts are with the families.",
    ],
)
def test_what_asserts_nothing_is_not_told(models: Models, text: str) -> None:
    assert claims_of(models, ARMY, text) == ()


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("We deny that the guards crossed the line.", "the guards crossed the line", Stance.DENY),
        ("We stress that the bay is safe.", "the bay is safe", Stance.AFFIRM),
        ("We condemn the attack on the harbour.", "the attack on the harbour", Stance.ATTITUDE),
    ],
)
def test_we_is_the_institution(models: Models, text: str, content: str, stance: Stance) -> None:
    (claim,) = claims_of(models, ARMY, text)
    assert (claim.text, claim.stance, claim.source.name, claim.chain) == (content, stance, ARMY, (ARMY,))


@pytest.mark.parametrize(
    ("outlet", "text", "chain"),
    [
        (
            OFFICE,
            "Prime Minister Benjamin Netanyahu came.\n\n“I said that the port is shut,” the Prime Minister said.",
            (OFFICE, "Benjamin Netanyahu"),
        ),
        (EMBASSY, "Ambassador Nora Lind said that the port is shut.", (EMBASSY, "Nora Lind")),
        (EMBASSY, "Norwegian ambassador Ole Berg said that the port is shut.", (EMBASSY, "Ole Berg")),
        (EMBASSY, "The embassy said that the port is shut.", (EMBASSY,)),
        (EMBASSY, "The Chilean side stressed that the port is shut.", (EMBASSY, "Chilean government")),
        ("Reuters", "The gate and the port is shut, the agency's correspondent said.", ("Reuters",)),
        ("Reuters", "Our reporter said that the port is shut.", ("Reuters",)),
        ("Reuters", "A Reuters photographer said that the port is shut.", ("Reuters",)),
        ("Reuters", "An AFP photographer said that the port is shut.", ("Reuters", "an AFP photographer")),
    ],
)
def test_the_publisher_answers_for_its_own(models: Models, outlet: str, text: str, chain: tuple[str, ...]) -> None:
    claim = next(c for c in claims_of(models, outlet, text) if "port is shut" in c.text)
    assert claim.chain == chain
    assert claim.source.name == (chain[0] if outlet == OFFICE or "Ambassador" in text else chain[-1])


@pytest.mark.parametrize(
    ("outlet", "title", "text", "own"),
    [
        ("@BayWatch", None, "The search has ended.", True),
        ("Tern Lines", "Statement on the collision", "The speed of the ship was 11 knots.", True),
        ("Tern Lines", "Press release: collision", "The speed of the ship was 11 knots.", True),
        ("Tern Lines", None, "We regret this. Our ship sounded its horn.", True),
        ("Tern Lines", None, "“We regret this,” he said. “We will help. Our ship is safe.”", False),
        ("Tern Lines", None, "We asked the port. It did not answer.", False),
        ("Bay Herald", "Statement on the collision", "We regret this. Our ship sounded its horn.", False),
        ("Reuters", None, "We regret this. Our ship sounded its horn.", False),
        (None, "Statement on the collision", "We regret this. Our ship sounded its horn.", False),
    ],
)
def test_a_text_in_which_its_publisher_speaks(outlet: str | None, title: str | None, text: str, own: bool) -> None:
    assert is_own_text(Article("a", text, outlet=outlet, title=title), default_knowledge()) is own
