"""What a source does with what it is reported to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.extract.attributions import find_attributions
from claimcheck.extract.document import Document
from claimcheck.model import Stance

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said its planes were in the area.", Stance.AFFIRM),
        ("The ministry confirmed the strike.", Stance.AFFIRM),
        ("The ministry denied that its planes were in the area.", Stance.DENY),
        ("The ministry rejected the accusation.", Stance.DENY),
        ("The ministry called the report a fabrication.", Stance.DENY),
        ("The ministry described the claims as utterly false.", Stance.DENY),
        ("The ministry dismissed the allegations as baseless.", Stance.DENY),
        ("The ministry called the report a masterpiece.", Stance.AFFIRM),
        ("The ministry did not call the report a lie.", Stance.AFFIRM),
        ("The claim was denied by the ministry.", Stance.DENY),
        ("The ministry refused to comment on the report.", Stance.REFUSE),
        ("The ministry declined to say how many planes were in the area.", Stance.REFUSE),
        ("The ministry did not say how many planes were in the area.", Stance.REFUSE),
        ("The ministry would neither confirm nor deny the strike.", Stance.REFUSE),
        ("The ministry has not confirmed the strike.", Stance.REFUSE),
        ("The ministry had no immediate comment on the strike.", Stance.REFUSE),
        ("The ministry did not respond to a request for comment.", Stance.REFUSE),
        ("The minister welcomed the agreement.", Stance.ATTITUDE),
        ("The minister hopes that the talks will resume.", Stance.ATTITUDE),
        ("The minister condemned the attack.", Stance.ATTITUDE),
    ],
)
def test_stance(read: Callable[[str], Document], text: str, stance: Stance) -> None:
    assert {a.stance for a in find_attributions(read(text))} == {stance}
