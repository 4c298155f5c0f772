"""People, bodies and vessels that a text takes up without their names."""

from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Mentions


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Ana Lopes] won in Lyon. [The Chilean] is 24.", id="a nation alone"),
        pytest.param(
            "Chilean swimmer [Ana Lopes] beat Rosa Sow. Sow left first. [The Chilean] was glad.",
            id="the one of that nation",
        ),
        pytest.param(
            "American [Paige Hale] lost to Ines Kos on Friday. Kos is 19. [The American] left at once.",
            id="a nation in front of the name",
        ),
        pytest.param(
            "[Ines Kos] beat Chilean Ana Roca in Rome. [The Czech] left at once.", id="the one of no other nation"
        ),
        pytest.param("[Ana Lopes], [a Chilean], won again. [Lopes] is 24.", id="a nation in apposition"),
        pytest.param(
            "[A Perth man] was jailed on Friday for arson. [Tom Hale], 41, had denied it. [Hale] wept.",
            id="the lead leaves out the name",
        ),
        pytest.param(
            "Divers found the body of [a boy]. [Tom Hale], 11, was last seen in May.", id="no subject, but with an age"
        ),
        pytest.param(
            "[Veltrasun] will close two mills, [the Swiss company] said. [Veltrasun] lost money.",
            id="who reports of itself",
        ),
        pytest.param(
            "[A Perth man] was jailed for arson. [Tom Hale] set three barns on fire.", id="the name without an age"
        ),
        pytest.param(
            "[Ana Lopes] said [her] son, Rui Lopes, would run. Rui Lopes said [his mother] was tired.",
            id="relatives from both sides",
        ),
        pytest.param(
            "[Banco Almeida] bought Credita, a Peruvian lender. [The Brazilian bank] is old.",
            id="the bank of no other nation",
        ),
        pytest.param("[Silva's wife] fled. Silva stayed. Silva said [his wife] was ill.", id="the one wife"),
        pytest.param(
            "President-elect [Rui Mora] won in May. [The president-elect] takes office next week.",
            id="who has yet to take office",
        ),
        pytest.param(
            "[Tonga] sent aid. It rained. It snowed. It rained. It hailed. [The country] is poor.", id="one country"
        ),
        pytest.param(
            "Ana Lopes spoke of the fire. [I] lost it all and [my] shop burned. [Paul Otieno]\n\nRain fell.",
            id="signed words",
        ),
        pytest.param(
            "[Ana Kos] needed an hour to beat Eva Horn and reach [her] first final.",
            id="a span of time controls nothing",
        ),
        pytest.param("Police held [a man] identified as [Yaw Osei]. [Osei] is 30.", id="identified as"),
        pytest.param("[A boat] called the [Sea Rose] sank. The [Sea Rose] was old.", id="called"),
        pytest.param("[A militia] known as the [Vultures] attacked Goma.", id="known as"),
        pytest.param(
            "[Oriel Electronics] bought Novak Labs. [The electronics giant] paid in cash.", id="a word of its name"
        ),
        pytest.param("[Siebert AG] fell by 3%. [The German company] had lost [its] chief.", id="a firm by its nation"),
        pytest.param("[Siebert AG] fell by 3%. [The Hamburg-based company] lost [its] chief.", id="a firm by its town"),
        pytest.param("[Its owner], [Calder Lines], was fined. [Calder Lines] will pay.", id="an owner that is a body"),
        pytest.param(
            "[The astronomer] [Ines Roca] met Carl Lind, an astronomer. [The astronomer] and [her] colleagues left.",
            id="sex by what is owned",
        ),
        pytest.param(
            '[Oriel Foods] closed. "[We] had no choice," said Ana Lopes, [the company]\'s chief executive.',
            id="we of a body's officer",
        ),
        pytest.param("[The board] said [it] was short of money.", id="it of a report, not impersonal"),
    ],
)
def test_unnamed_mentions_are_joined(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Silvia Roca], [the minister], said the suspect fled.", id="who tells is not who is told of"),
        pytest.param(
            "[Oriel Foods], [a Peruvian company], rose. The Italian company fell.", id="a firm of another nation"
        ),
        pytest.param(
            "[Siebert Labs] rose. The Hamburg-based firm said [Siebert Labs] had lied.",
            id="who tells of a name has another",
        ),
        pytest.param("[Ana Lopes] is [vice president]. The president fell ill.", id="a vice president is no president"),
        pytest.param("A man was held. Police Chief [Tom Hale] came.", id="an office holder is not the lead's"),
        pytest.param("A man and a woman were held. A man fled. [Tom Hale] left.", id="several in the lead"),
        pytest.param("Ana Kos met [Eva Horn], who had beaten her in May.", id="who beat her is another"),
        pytest.param("[Leo Cano] is [the ousted president's brother].", id="an owner inside a description"),
    ],
)
def test_unnamed_mentions_are_left_apart(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Oriel Foods] said the agency had approved [its] drug.", id="approved what is another's"),
        pytest.param("[Oriel Foods] shares rose after Peru fined [its] chairman.", id="shares of the owner"),
        pytest.param("Oriel Foods said [Peru] had withdrawn [its] troops.", id="withdrew what is one's own"),
        pytest.param("[The council] approved [its] budget on Monday.", id="in a clause of its own"),
    ],
)
def test_its_owner_by_what_the_verb_does(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected
