from __future__ import annotations

from itertools import permutations

import pytest

from pipeline.linking.copies import Copies, Wording, share_of_texts

FERRY = (
    "The ferry left the harbour at dawn with ninety passengers and a cargo of cement. An hour later its engine failed "
    "in heavy seas off the northern cape, the port captain said. Two tugs reached it before noon and brought it back "
    "to the quay, where doctors looked after eleven people. The owners promised an inquiry into why it had failed."
)
EDITED = FERRY.replace("The owners promised an inquiry into why it had failed.", "Nobody was badly hurt.")
OTHER = (
    "Bus drivers in the capital went on strike over night shifts. The company said it would talk to them on Monday, "
    "and that half of the buses would go in the meantime. Commuters walked, cycled, or stayed at home and waited."
)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param(FERRY.replace(" ", "\r\n"), 1.0, id="line ends"),
        pytest.param(FERRY.upper().replace("E", "E\u200b"), 1.0, id="capitals and invisible characters"),
        pytest.param(f"LIMA (AP) - {FERRY} More on page 4.", 1.0, id="more around it"),
        pytest.param(EDITED, 0.93, id="another end"),
        pytest.param(OTHER, 0.0, id="another text"),
    ],
)
def test_share_is_of_the_shorter_text(text: str, share: float) -> None:
    assert share_of_texts(FERRY, text) == pytest.approx(share, abs=0.03)
    assert share_of_texts(text, FERRY) == share_of_texts(FERRY, text)


def test_a_few_words_are_a_copy_only_as_a_whole() -> None:
    assert share_of_texts("Nine dead in mine.", "NINE DEAD IN MINE") == 1.0
    assert share_of_texts("Nine dead in mine.", "Nine dead in mine. Rescue goes on in the north of the country.") == 0.0


def test_copies_are_sets_in_any_order() -> None:
    texts = {"wire": FERRY, "edited": EDITED, "strike": OTHER, "again": FERRY.lower()}
    for order in permutations(texts):
        copies = Copies()
        for name in order:
            copies.add(name, Wording.of(texts[name]))
        assert copies.sets() == [["again", "edited", "wire"]]
        assert copies.original("wire") == copies.original("edited") != copies.original("strike")


def test_add_says_how_much_stands_where() -> None:
    copies = Copies()
    assert copies.add("wire", Wording.of(FERRY)) == {}
    assert copies.add("edited", Wording.of(EDITED)) == {"wire": pytest.approx(0.93, abs=0.03)}


def test_a_brief_that_is_the_lead_of_a_long_article_is_its_copy() -> None:
    long = " ".join([FERRY, *(OTHER.replace("strike", f"strike {number}") for number in range(40))])
    copies = Copies()
    copies.add("long", Wording.of(long))
    assert copies.add("brief", Wording.of(FERRY.partition(" An hour")[0])) == {"long": 1.0}
