from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from tests.components.coreference.conftest import Find, Mentions


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        pytest.param(
            "Ana Lopes met Jan Novak. The two leaders ate.", "The two leaders", "Ana Lopes and Jan Novak", id="two"
        ),
        pytest.param(
            "Ana Lopes married Jan Novak. The couple left.", "The couple", "Ana Lopes and Jan Novak", id="couple"
        ),
        pytest.param("Peru fired at Chile. Both countries wept.", "Both countries", "Peru and Chile", id="countries"),
        pytest.param("Ana Lopes met Jan Novak. Both deny it.", "Both", "Ana Lopes and Jan Novak", id="without a noun"),
        pytest.param(
            "Peru's president saw Jan Novak. Novak thanked him. The two ate.",
            "The two",
            "Peru's president and Jan Novak",
            id="one of whom is named by his office",
        ),
        pytest.param(
            "Yusuf Haddad and Karim Haddad fell. The brothers died.",
            "The brothers",
            "Yusuf Haddad and Karim Haddad",
            id="kin",
        ),
    ],
)
def test_a_plural_of_two_is_called_by_their_names(find: Find, text: str, phrase: str, name: str) -> None:
    assert [one.name for one in find(text) if any(m.text == phrase for m in one.mentions)] == [name]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("Ana Lopes, Jan Novak and Eva Horn met. The two leaders ate.", "The two leaders", id="three"),
        pytest.param("Two men fled. Ana Lopes met Jan Novak. Both men fell.", "Both men", id="told of before"),
        pytest.param("Ana Lopes met Eva Horn. The two men fell.", "The two men", id="women are no men"),
        pytest.param("Ana Lopes met Jan Novak. The other two leaders ate.", "The other two leaders", id="others"),
    ],
)
def test_a_plural_of_two_is_nobody_where_others_may_be_meant(find: Find, text: str, phrase: str) -> None:
    told = {m.text: one.name for one in find(text) for m in one.mentions}
    assert " and " not in told[phrase]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Oriel Foods] sued Lumen Bank. [The former] will appeal.", id="the first"),
        pytest.param("Oriel Foods sued [Lumen Bank]. [The latter] won.", id="the second"),
        pytest.param(
            "[Chad and Togo] agreed. [The two countries] will trade. [They] share a port.", id="named together"
        ),
    ],
)
def test_what_takes_up_one_of_two_or_both(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected


def test_each_of_two_takes_part_in_what_both_do(nlp: Language) -> None:
    told = slots.EVENTS.read(nlp("Ana Lopes met Jan Novak in Riga. On Friday police arrested the two leaders."))
    arrest = next(each for each in told if each.trigger.text == "arrested")
    assert [party.text for party in arrest.recipients] == ["Ana Lopes", "Jan Novak"]
