from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Mentions


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param('Eva Horn said little, but [Ali Sow] replied: "[I] am not able to do that."', id="nearest verb"),
        pytest.param('Eva Horn spoke first. [Ali Sow] was blunt: "[I] will not pay."', id="before a colon"),
        pytest.param(
            '"It is over," said Eva Horn. [Ali Sow] issued a statement on it. "[I] am disappointed."',
            id="who issued a statement in the sentence before",
        ),
        pytest.param('"It is over," said Eva Horn. [Ali Sow]\'s letter reads: "[I] did not know."', id="whose words"),
        pytest.param(
            '[The club] won. "[We] played well," [club] member Ali Sow said.', id="a body told of by its noun"
        ),
    ],
)
def test_speakers_are_who_we_and_i_mean(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected
