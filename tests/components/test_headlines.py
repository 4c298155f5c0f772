from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.analysis import analyse
from pipeline.domain import Article


@pytest.mark.parametrize(
    ("text", "root"),
    [
        pytest.param("Drug dealer arrested in bust near harbour", "arrested", id="participle"),
        pytest.param("Oslo police hunting bank robber", "hunting", id="gerund of who can act"),
        pytest.param("New law banning nets on lakes", "law", id="gerund of what cannot"),
        pytest.param("A man arrested in Oslo.", "man", id="with an article"),
    ],
)
def test_headlines_have_a_main_verb(nlp: Language, text: str, root: str) -> None:
    assert next(nlp(text).sents).root.text == root


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Nurse accused of stealing drugs", ("ACCUSE", "occurred"), id="participle"),
        pytest.param("Cabinet considering fuel tax", ("LAW", "ongoing"), id="gerund"),
        pytest.param("Leeds man shot twice in attempted robbery", ("ASSAULT", "occurred"), id="taken for a past"),
    ],
)
def test_headlines_tell_what_their_verb_does(text: str, told: tuple[str, str]) -> None:
    assert [(event.type, event.status) for event in analyse(Article(id="one", text=text)).events] == [told]
