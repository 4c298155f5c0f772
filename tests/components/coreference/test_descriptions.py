from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Find, Mentions


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Eva Horn] is [a lawyer] and [a mother of two].", id="two things said of one"),
        pytest.param("[Eva Horn] came. [She] is [a lawyer].", id="said of a pronoun"),
        pytest.param("[Ali Sow] was held in May. [The suspect] said nothing.", id="the one person told of"),
        pytest.param(
            "Kenyan President Eva Horn met [the Ghanaian counterpart], [Ali Sow]. [The Ghanaian leader] smiled.",
            id="a counterpart",
        ),
        pytest.param("The [Kenyan Coast Guard] came. [The coast guard] saved ten men.", id="a body's noun for people"),
        pytest.param("[Turkish drone maker] [Baykar] grew. [The drone maker] hired 90 men.", id="no article"),
        pytest.param("[The opposition party] [Chadema] won.", id="a party right after its noun"),
        pytest.param("[Tata Steel] cut jobs. Unions sued [Tata].", id="a company's first word"),
        pytest.param("[Volodymyr Zelensky] left. Mr [Zelenskyy] was tired.", id="surname in another spelling"),
        pytest.param('[Panama] lost. "[We] were tired," said [Panama] coach Ali Sow.', id="a coach and his team"),
        pytest.param(
            "Ruto met Boeing staff. Boeing grew. [Acme Lines] owns six ships. [The company] lost money.",
            id="the last subject",
        ),
        pytest.param(
            "The [Gambian Steel Company] closed. [GSC] owed money.", id="acronym with a word left out elsewhere"
        ),
        pytest.param("[La Tercera], [a newspaper], closed.", id="a body taken for a person"),
        pytest.param(
            "[Marc Fall] said that Ali Sow had broken his word and lost his seat. [He] said the army had fled.",
            id="who goes on speaking",
        ),
        pytest.param("The coast guard saved [two fishermen]. [They] were safe.", id="several rather than one"),
        pytest.param("Nurses saved [a boy], [Paul Lund]. [The baby] had choked.", id="the one child told of"),
        pytest.param(
            "[Farmer] dies in fall. [A farmer from Kent] has died in a fall. [The farmer] was old.",
            id="a headline leaves the article out",
        ),
        pytest.param("Bo Lund left Texas for [Tulsa]. [The city] is calm.", id="a state is no city"),
        pytest.param("The [state of Bihar] is poor.", id="the sort of a state"),
        pytest.param("The [Wembley Stadium] filled. [The venue] is vast.", id="a venue"),
        pytest.param("[Hill farmer] dies in fall. [A farmer from Kent] fell.", id="a headline says other things"),
        pytest.param("The [Lufkin Museum] reopened. [The museum] had burnt.", id="a building's noun for a body"),
        pytest.param("Pope [Leo] flew to Beirut. [The pontiff] prayed.", id="two words for one office"),
        pytest.param("[Eva Horn], [the head of the union], spoke first.", id="a head of a body"),
        pytest.param("[Eva Horn], [the chief executive of Acme], spoke first.", id="a person by the whole office"),
        pytest.param("[The union] struck. A [union] official said so.", id="whose somebody is"),
        pytest.param(
            "[Lagoon Airways] sued Acme Motors. Unions were glad. [The airline] has nine jets.",
            id="by the name's last word",
        ),
        pytest.param(
            "[The retailer] [Vento] was fined. [The Danish firm] will appeal.", id="a nation and the only body"
        ),
        pytest.param("[Ilse Varga] was held in May. [The activist] said nothing.", id="the one person, by a trade"),
        pytest.param("[A Kenyan team] won. [The entire team] sang.", id="an adjective that tells nothing apart"),
    ],
)
def test_descriptions_join_what_names_one_thing(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected


def test_descriptions_mean_the_last_of_their_sort(find: Find) -> None:
    text = "A Turin court freed one man. The court gave no reason. A Milan court held another. The court was full."
    found = [[mention.text for mention in one.mentions] for one in find(text) if one.kind == "organization"]
    assert found == [["A Turin court", "The court"], ["A Milan court", "The court"]]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        pytest.param(
            "The Kenyan Coast Guard came. The company paid.", ("Kenyan Coast Guard", "The company"), id="body"
        ),
        pytest.param("Ali Sow met Eva Horn. The suspect left.", ("Ali Sow", "The suspect"), id="two people"),
        pytest.param("Texas votes. The former secretary of state left.", ("Texas", "state"), id="no article"),
        pytest.param(
            "Greek court frees man. A Turkish court met.", ("Greek court", "A Turkish court"), id="two nations"
        ),
        pytest.param("A girl and a boy ran off. The child came back.", ("a boy", "The child"), id="two children"),
        pytest.param("The court met. A court in Kent fined him.", ("The court", "A court in Kent"), id="no headline"),
        pytest.param("The company left. Acme company aides left.", ("The company", "Acme"), id="a named company"),
        pytest.param("It was reported that Chad won. Togo lost.", ("Chad", "It"), id="nobody says"),
        pytest.param(
            "Senator Ana Lim and her sister, the singer Eva Lim, left. Eva Lim sang.",
            ("Ana Lim", "Eva Lim"),
            id="sisters",
        ),
        pytest.param(
            "Petr Kral called Jan Kos. Kral told him that it rained.", ("Petr Kral", "him"), id="told by himself"
        ),
        pytest.param("Ukraine said that Poland is its ally.", ("Poland", "its"), id="not its own ally"),
        pytest.param("Acme staff voted on joining Solidar. The union won.", ("Acme", "The union"), id="two bodies"),
        pytest.param(
            "Acme Motors sued Vento. The newspaper lost.", ("Acme Motors", "The newspaper"), id="no newspaper"
        ),
        pytest.param(
            "Acme and Vento merged. The Danish firm won.", ("Vento", "The Danish firm"), id="one of two bodies"
        ),
        pytest.param(
            "Lufkin Watch met. The group said the company lied.", ("Lufkin Watch", "the company"), id="two nouns"
        ),
        pytest.param(
            "Air Togo grew. The planemaker left.", ("Air Togo", "The planemaker"), id="an airline by its first word"
        ),
        pytest.param("Mayor Eva Horn spoke. The poet wept.", ("Eva Horn", "The poet"), id="a mayor is no poet"),
        pytest.param("Acme grew. The Acme website failed.", ("Acme", "The Acme website"), id="what a body owns"),
        pytest.param("Eva Horn left. He is a doctor.", ("Eva Horn", "a doctor"), id="another sex"),
    ],
)
def test_descriptions_of_others_stay_apart(find: Find, text: str, apart: tuple[str, str]) -> None:
    one, other = apart
    assert not any({one, other} <= {mention.text for mention in told.mentions} for told in find(text))
