from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Find, Mentions


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Chilean President [Gabriel Boric] met farmers. [Boric] left.", id="surname"),
        pytest.param("[William Ruto] came. Later [Bill Ruto] sang.", id="short form of a given name"),
        pytest.param("[Sergei Lavrov] spoke first. [Sergey Lavrov] spoke last.", id="spellings of one name"),
        pytest.param("[Volodymyr Zelensky] spoke. [Zelensky] then left Kyiv.", id="surname of a president"),
        pytest.param("[Kim Yong Chol] landed in Hanoi. [Kim] met nobody.", id="the family's name comes first"),
        pytest.param("[Malaysia's prime minister], [Anwar Ibrahim], arrived in Doha.", id="office, then name"),
        pytest.param(
            "[Marta Kos], [a spokeswoman for the ministry], resigned. [The spokeswoman] gave no reason.",
            id="an apposition is taken up later",
        ),
        pytest.param("[Eva Horn], [the founder and editor of the Herald], left.", id="two offices of one person"),
        pytest.param("[Jan Novak] is [a Czech diplomat]. [The diplomat] lives in Brno.", id="what somebody is"),
        pytest.param(
            "[Slovenia's leader] flew home. Janez Kos welcomed Slovenian Prime Minister [Robert Golob].",
            id="an office before the name is told",
        ),
        pytest.param("The [International Whaling Board] ([IWB]) met. The [IWB] voted.", id="acronym in parentheses"),
        pytest.param("[Northrop Grumman] won the bid. Boeing said that [Northrop] lied.", id="first word of a company"),
        pytest.param("The [Supreme Court] heard the case. [The court] will rule in June.", id="head of a name"),
        pytest.param("The [town of Bergen] was flooded. [Bergen] lies in Norway.", id="sort before a name"),
        pytest.param("The [Wagner group] left. [Wagner] had 5,000 men.", id="sort after a name"),
        pytest.param("[Peru] asked for help. [The country] has no snow left.", id="sort of a name"),
        pytest.param("The [USS Carney] left Split. [The ship] is due in Bari. [It] carries helicopters.", id="a ship"),
        pytest.param("[A Greek tanker], the [Olympia Star], sank. [The vessel] carried oil.", id="apposition"),
        pytest.param("He left [the oil company] [Shell]. [Shell] said little.", id="a body named right after its noun"),
        pytest.param("[The Kenyan television station] [KTN] reports.", id="a building's noun for a body"),
        pytest.param("[Yaw Osei Junior] was held. Soldiers shot at [Osei]'s house.", id="surname before a generation"),
        pytest.param("[Agathon Rwasa] flew to Accra. Mr [Rwasa] was glad.", id="Mr is said of a person"),
        pytest.param("[The guest of the mayor], Sergeant [Eva Horn], left.", id="a title between office and name"),
        pytest.param("She met the [National Forces of Peace] ([NFP]). The [NFP] voted.", id="bracket after a name"),
        pytest.param("[Eva Horn of the Labour Party] won. [Horn] thanked Ali Sow.", id="a name and whom it is of"),
        pytest.param(
            "The [Church of Pelor] grew. [Pelor] has wealth, said the [Pelor] staff.", id="last word of a body"
        ),
        pytest.param("[Two men] were arrested. Police said [the men] had no papers.", id="people without a name"),
        pytest.param("Gen. [Yaw Osei] spoke. [The general] is 61.", id="rank that is written short"),
        pytest.param("The airline [Norva] bought ten jets. [The carrier] lost money.", id="an airline is a carrier"),
        pytest.param("The trade union [Torpor] met. [Torpor] wants higher pay.", id="a noun sorts an unknown name"),
        pytest.param("Rao Media sued the [Lakes Commission]. [The regulator] lost.", id="a sort that names tell"),
        pytest.param("[Dora Pruitt] was named in a will. [Pruitt] has two sons.", id="given name and surname"),
    ],
)
def test_resolve_joins_mentions_of_one_thing(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Ana Lopes] met Jan Novak. [She] thanked him.", id="female"),
        pytest.param("[Jan Novak] met Ana Lopes. She thanked [him].", id="male"),
        pytest.param("In [her] speech, [Ana Lopes] praised Maria Kos.", id="before its name, in a fronted phrase"),
        pytest.param("Maria Kos met Eva Horn. [Ana Lopes] said [she] was ill.", id="subject of the report"),
        pytest.param("Kenya sent envoys, and [the guests] praised [their] hosts.", id="owner of an object"),
        pytest.param("Jan Novak was not invited, [Petr Kral] said. [He] left.", id="who speaks is in mind"),
        pytest.param("[The protesters] blocked the port. [They] want higher wages.", id="plural"),
        pytest.param(
            "Petr Kos came. Kos met traders. Kos smiled. [Ivan Petrov] saw Riga. [He] left.", id="the last subject"
        ),
        pytest.param(
            "[The aide], [Ana Lopes], met the leader of the rebels, Jan Novak. [She] thanked him.", id="in apposition"
        ),
        pytest.param("[Peru] withdrew on Friday after Chile accused [it] of spying.", id="it, done to the only one"),
        pytest.param("[Oriel Foods] closed a mill in May. [It] sold another.", id="it, which does more"),
        pytest.param('"[I] am tired," said [Ana Lopes].', id="the speaker is I"),
        pytest.param("[Ana Lopes] fell. [Her] father carried [her] home.", id="the owner of the subject"),
        pytest.param("[Chad and Togo] signed a treaty. [They] will build a port.", id="two named together"),
        pytest.param("Ana Lopes rang [Maria Kos] and will meet [her].", id="nobody meets herself"),
        pytest.param(
            "A junta said it would free [90 poets]. Among [them] is Eva Horn, said [their] lawyer.", id="not what is it"
        ),
        pytest.param("[Some people] saw farmers in vans. [They] fled.", id="people are several"),
        pytest.param("Petr Kos wrote that [Jan Novak] had fled and hidden [himself].", id="reflexive"),
        pytest.param("Petr Kos sings. A film about [Jan Novak], famous for [his] maps, ran.", id="in a description"),
        pytest.param("Petr Kos met [Jan Novak], who said [he] was ill.", id="who says so in a relative clause"),
        pytest.param("[Jan Novak] met Petr Kos. Kos sat. [He] told Kos that it rained.", id="not whom it tells"),
        pytest.param("Police came. [Eva Horn and Ali Sow] fled before [they] were seen.", id="two people"),
        pytest.param("Chad criticized [Togo] for [its] strikes on Mali.", id="what the blamed one does"),
        pytest.param("Petr Kos thanked [Rui Dias] for [his] gift.", id="what the thanked one did"),
        pytest.param("[Oriel Foods] will shut a mill, [it] said. Lumen Bank rose.", id="a body that tells of itself"),
        pytest.param("A thief shot [Rui Dias] in [his] shop.", id="at the victim's own place"),
        pytest.param("[Oksana Bilyk] met Taras Hnatiuk. [She] thanked him.", id="sex by a given name from Ukraine"),
        pytest.param("[Peru's coast guard] said [it] had found a raft.", id="one body of several people"),
    ],
)
def test_resolve_joins_clear_pronouns(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[North Korea] fired a missile. [Pyongyang] denied it.", id="capital that denies"),
        pytest.param("Ties between [Russia] and Iran are close. [Moscow] wants drones.", id="capital that wants"),
        pytest.param("[Iran] was warned. Washington urged [Tehran] to stop.", id="capital that is urged"),
        pytest.param("South Korea and [North Korea] met. The [North] sent nobody.", id="half of a divided country"),
        pytest.param("[Burma] closed the border. [Myanmar] opened it again.", id="names of one country"),
    ],
)
def test_resolve_joins_names_of_one_country(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected


def test_resolve_leaves_a_capital_that_is_only_a_place(find: Find) -> None:
    found = {one.key: one.kind for one in find("Kim Jong Un left Pyongyang by train. North Korea said nothing.")}
    assert found["place:pyongyang"] == "place"
    assert found["country:KP"] == "country"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param(
            "George Bush Sr. met George Bush Jr. in Texas.",
            {"person:george-w-bush", "person:george-h-w-bush", "person:george-bush"},
            id="generations",
        ),
        pytest.param("Maria Kos and Ivan Kos sang. Mr Kos left.", {"person:maria-kos", "person:ivan-kos"}, id="pair"),
        pytest.param("Jan Novak met Jan Kral.", {"person:jan-novak", "person:jan-kral"}, id="one given name"),
    ],
)
def test_resolve_keeps_two_people_apart(find: Find, text: str, keys: set[str]) -> None:
    people = [one for one in find(text) if one.kind == "person"]
    assert len(people) == 2
    assert {one.key for one in people} <= keys


def test_resolve_gives_a_surname_that_two_share_to_neither(find: Find) -> None:
    found = find("Police arrested Maria Kos and Ivan Kos. Kos was charged on Monday.")
    assert sorted(one.key for one in found if one.kind == "person") == [
        "person:ivan-kos",
        "person:kos",
        "person:maria-kos",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kenya signed. It was raining in Nairobi.", id="weather"),
        pytest.param("Kenya sent aid, and it is clear that more will follow.", id="it before a clause"),
        pytest.param("Kenya will not sell tea without discussing it with Uganda.", id="object"),
    ],
)
def test_resolve_leaves_out_an_unclear_it(find: Find, text: str) -> None:
    assert not [m for one in find(text) for m in one.mentions if m.text.lower() == "it"]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "[Eva Dias] was found. Her brother, Luis Dias, wept. [Dias] died at noon.", id="of whom he is kin"
        ),
        pytest.param("Maria Kos came in May. [Ivan Kos] followed. [Kos] was late.", id="the last subject"),
        pytest.param("[Ivan Kos] spoke. [Kos] sat. Maria Kos sang. [Kos] left.", id="who is named most"),
    ],
)
def test_resolve_gives_a_surname_that_two_share_to_who_is_in_mind(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert [span for span in found if not span.endswith("Her")] == expected


def test_resolve_finds_a_country_inside_a_known_name(find: Find) -> None:
    text = "It rained in the US. The US State Department said so."
    assert [m.start for one in find(text) if one.key == "country:US" for m in one.mentions] == [17, 25]


def test_resolve_gives_a_special_noun_to_neither_of_two_bodies(find: Find) -> None:
    found = find("Oriel Lines met Lumen Foods. The shipbuilder left.")
    assert [one.name for one in found if any(m.text == "The shipbuilder" for m in one.mentions)] == ["The shipbuilder"]


def test_resolve_gives_nobody_s_relatives_to_a_body(find: Find) -> None:
    found = find("The envoy left the embassy in Rabat with their son.")
    assert [one.name for one in found if any(m.text == "their" for m in one.mentions)] == []


def test_resolve_ends_a_name_before_an_amount(find: Find) -> None:
    text = "Judges fined the German chemicals maker Rheinika 40 million euros on Thursday."
    assert "Rheinika" in {one.name for one in find(text)}


def test_resolve_gives_the_country_to_no_subject_of_its_own_clause(mentions: Mentions) -> None:
    expected, found = mentions("A storm hit [Samoa]. Tonga sent soldiers to [the country].")
    assert found == expected


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        pytest.param(
            "Peru recalled its ambassador. Ana Lopes, a former ambassador to Lima, wept.",
            ("its ambassador", "Ana Lopes"),
            id="a former holder of the office",
        ),
        pytest.param(
            "Peru recalled its ambassador. It rained. Ana Lopes, an ambassador, wept.",
            ("its ambassador", "Ana Lopes"),
            id="a holder named much later",
        ),
        pytest.param("The company Shell bought in May was sold.", ("The company", "Shell"), id="a clause after a noun"),
        pytest.param(
            "The victim, Jan Kos, fell. The defendant fled.", ("The victim", "The defendant"), id="victim and accused"
        ),
        pytest.param(
            "Second man charged\n\nA man was charged on Monday.", ("Second man", "A man"), id="another than the first"
        ),
    ],
)
def test_resolve_keeps_description_and_name_apart(find: Find, text: str, apart: tuple[str, str]) -> None:
    told = [{m.text for m in one.mentions} for one in find(text)]
    assert not [texts for texts in told if {*apart} <= texts]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("They used force, and it took place on Monday.", [], id="nouns without article that name nothing"),
        pytest.param("The putsch failed, though solidarity grew.", [], id="no capital"),
        pytest.param("LIMA, May 2 (Agencies) - It rained.", ["Lima", "Agencies"], id="dateline"),
        pytest.param("Chad and Togo signed a treaty.", ["Chad", "Togo"], id="two whom nothing takes up"),
        pytest.param("By our mayor\n\nIt rained.", ["our mayor"], id="blank line after a noun"),
    ],
)
def test_resolve_finds_no_more_than_is_named(find: Find, text: str, names: list[str]) -> None:
    assert {one.name for one in find(text)} <= set(names)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Toyota said that sales fell. Toyota is based in Japan.", "organization", id="company"),
        pytest.param("Engineers who work for Nokia flew to Lima.", "organization", id="company after a preposition"),
        pytest.param("They live in Toyota, Japan.", "place", id="town with its country"),
    ],
)
def test_resolve_tells_companies_from_towns_of_their_name(find: Find, text: str, kind: str) -> None:
    assert [one.kind for one in find(text) if one.name in ("Toyota", "Nokia")] == [kind]
