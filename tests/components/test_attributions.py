from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import Attribution


def read(nlp: Language, text: str) -> list[tuple[str | None, str, str]]:
    found = attributions(nlp, text)
    return [(said.source.text if said.source else None, said.cue.text, said.content.text) for said in found]


def attributions(nlp: Language, text: str) -> tuple[Attribution, ...]:
    return slots.ATTRIBUTIONS.read(nlp(text))


ONE = [
    pytest.param(
        "The foreign ministry said that the envoy had left Nairobi.",
        ("The foreign ministry", "said", "that the envoy had left Nairobi"),
        id="indirect",
    ),
    pytest.param(
        "“We will rebuild the bridge,” said Lisbon mayor Ana Duarte.",
        ("Lisbon mayor Ana Duarte", "said", "“We will rebuild the bridge,”"),
        id="inverted quotation",
    ),
    pytest.param(
        "“The river took my barn,” chuckled Petra Novak.",
        ("Petra Novak", "chuckled", "“The river took my barn,”"),
        id="gesture instead of saying",
    ),
    pytest.param(
        "“The river took my barn,” piped up Petra Novak.",
        ("Petra Novak", "piped up", "“The river took my barn,”"),
        id="verb with a particle before its speaker",
    ),
    pytest.param(
        "“The river took my barn,” the farmer waved.",
        ("the farmer", "waved", "“The river took my barn,”"),
        id="any verb behind a quotation",
    ),
    pytest.param(
        "The aid workers were praised by the bishop.",
        ("the bishop", "were praised", "The aid workers"),
        id="judged in the passive",
    ),
    pytest.param(
        "The bishop called the levy a theft.",
        ("The bishop", "called", "the levy a theft"),
        id="judged to be something",
    ),
    pytest.param(
        "The bishop praised the engineers, who had come from Cork.",
        ("The bishop", "praised", "the engineers"),
        id="aside about what is judged",
    ),
    pytest.param(
        "The bishop was critical of the levy.",
        ("The bishop", "critical", "the levy"),
        id="adjective and its object",
    ),
    pytest.param(
        "Petra Novak said “the barn is gone” and drove to Brno.",
        ("Petra Novak", "said", "“the barn is gone”"),
        id="deed behind a quotation",
    ),
    pytest.param(
        "„The barn is gone,“ said Petra Novak.",
        ("Petra Novak", "said", "„The barn is gone,“"),
        id="German marks",
    ),
    pytest.param(
        'The governor said the talks were "very productive."',
        ("The governor", "said", 'the talks were "very productive."'),
        id="mixed",
    ),
    pytest.param(
        "The convoy, officials said, crossed the border at night.",
        ("officials", "said", "The convoy, officials said, crossed the border at night"),
        id="speaker in the middle",
    ),
    pytest.param(
        "According to the police, two people were killed.",
        ("the police", "According to", "two people were killed"),
        id="according to, first",
    ),
    pytest.param(
        "Two people were killed, according to the police.",
        ("the police", "according to", "Two people were killed"),
        id="according to, last",
    ),
    pytest.param(
        "According to the agency Ansa, one of the suspected smugglers, a painter from Turin, fled to Malta.",
        ("the agency Ansa", "According to", "one of the suspected smugglers, a painter from Turin, fled to Malta"),
        id="according to a name beside another",
    ),
    pytest.param(
        "The abbot hopes that the bells will be cast in Ghent.",
        ("The abbot", "hopes", "that the bells will be cast in Ghent"),
        id="verb that the model takes for hopping",
    ),
    pytest.param(
        "The senate criticised the abbot for selling the bells.",
        ("The senate", "criticised", "the abbot for selling the bells"),
        id="judged with its ground",
    ),
    pytest.param(
        "“The bells are gone,” the abbot said, and the monks wept for an hour.",
        ("the abbot", "said", "“The bells are gone,”"),
        id="quotation without what is told after it",
    ),
    pytest.param(
        "Some believe the number of bells being sold in Ghent shows that the abbey is poor.",
        ("Some", "believe", "the number of bells being sold in Ghent shows that the abbey is poor"),
        id="content that the parser breaks in two",
    ),
    pytest.param(
        "When asked why he had left, the miner wept.",
        (None, "asked", "why he had left"),
        id="asked by somebody else",
    ),
    pytest.param(
        "The general was said to be in Gao; his lawyers denied any part in the coup.",
        ("his lawyers", "denied", "any part in the coup"),
        id="clause before a semicolon",
    ),
    pytest.param(
        "Gabon has repeatedly denied arming the rebels.",
        ("Gabon", "has repeatedly denied", "arming the rebels"),
        id="denied doing",
    ),
    pytest.param(
        'Rosa, 52, sobbed: "They took my son."',
        ("Rosa, 52", "sobbed", '"They took my son."'),
        id="sobbed",
    ),
    pytest.param(
        "The convoy left Kabul on Sunday, as Reuters reported.",
        ("Reuters", "reported", "The convoy left Kabul on Sunday"),
        id="as an outlet reported",
    ),
    pytest.param(
        "It was reported that the general had fled.",
        (None, "was reported", "that the general had fled"),
        id="passive without source",
    ),
    pytest.param(
        "Marta Silva, a researcher at the institute, believes that prices will fall.",
        ("Marta Silva, a researcher at the institute", "believes", "that prices will fall"),
        id="belief, source with apposition",
    ),
    pytest.param(
        "The opposition called for new elections.",
        ("The opposition", "called for", "new elections"),
        id="verb and preposition",
    ),
    pytest.param(
        "The union urged the company to reopen the mine.",
        ("The union", "urged", "the company to reopen the mine"),
        id="directive",
    ),
    pytest.param(
        "The ministry said in a statement that the envoy had left.",
        ("The ministry", "said", "that the envoy had left"),
        id="said in a statement",
    ),
    pytest.param(
        "Officials told the paper on condition of anonymity that talks had failed.",
        ("Officials", "told", "that talks had failed"),
        id="told on condition of anonymity",
    ),
    pytest.param(
        "The ministry issued a statement saying that the envoy had left.",
        ("The ministry", "saying", "that the envoy had left"),
        id="issued a statement saying",
    ),
    pytest.param(
        "A claim by the rebels that they shot down a jet was false.",
        ("the rebels", "claim", "that they shot down a jet"),
        id="noun cue with its owner",
    ),
    pytest.param(
        "Lee: Trade deal will be signed in May",
        ("Lee", ":", "Trade deal will be signed in May"),
        id="headline with colon",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_attribution_has_source_cue_and_content(
    nlp: Language, text: str, expected: tuple[str | None, str, str]
) -> None:
    assert read(nlp, text) == [expected]


def test_attribution_ends_where_the_speaker_does_something_else(nlp: Language) -> None:
    found = read(nlp, "The abbot said he would sell the bells and warned against thieves.")
    assert ("The abbot", "said", "he would sell the bells") in found


def test_attribution_quotations_far_apart_are_two(nlp: Language) -> None:
    speaker = (
        "Brother Anselm, a monk from a village near Ghent who had looked after the bells for more than forty years"
    )
    found = read(nlp, f"“They are gone,” said {speaker}. “We wept.”")
    assert found == [(speaker, "said", "“They are gone,”"), (speaker, "said", "“We wept.”")]


def test_attribution_citing_gives_both_sources_the_content(nlp: Language) -> None:
    text = "The Globe reported, citing two diplomats, that Chad will recall its ambassador."
    content = "that Chad will recall its ambassador"
    assert read(nlp, text) == [("The Globe", "reported", content), ("two diplomats", "citing", content)]


def test_attribution_quotation_goes_on_after_the_speaker(nlp: Language) -> None:
    text = '"We have no choice," Mr Sanchez told reporters in Lima. "We will not give in."'
    assert read(nlp, text) == [("Mr Sanchez", "told", text)]


def test_attribution_quotation_runs_over_paragraphs(nlp: Language) -> None:
    quotation = "“The river rose within an hour.\n\n“Nobody had warned us.”"
    text = f"Farmer Paul Mwangi described the night.\n\n{quotation} he said."
    assert ("he", "said", quotation) in read(nlp, text)


def test_attribution_outlet_line_stands_for_the_quotation_below(nlp: Language) -> None:
    text = 'Troops left Harare.\nThe news agency TASS reports.\n"They went by train," said a resident.'
    assert read(nlp, text)[0] == ("The news agency TASS", "reports", '"They went by train," said a resident')


def test_attribution_quoted_as_saying_gives_agency_and_speaker(nlp: Language) -> None:
    text = "Tass quoted the mayor as saying that the bridge had been closed."
    content = "that the bridge had been closed"
    assert read(nlp, text) == [("Tass", "quoted", content), ("the mayor", "saying", content)]


def test_attribution_quoted_as_saying_behind_the_quotation(nlp: Language) -> None:
    text = '"We are not happy with the wall," the daily Lidove Noviny quoted the minister as saying.'
    content = '"We are not happy with the wall,"'
    assert read(nlp, text) == [
        ("the daily Lidove Noviny", "quoted", content),
        ("the minister", "saying", content),
    ]


def test_attribution_added_words_are_those_of_the_speaker(nlp: Language) -> None:
    text = "The agency reported that 1,118 cases were found in May, adding that most were mild."
    assert [source for source, _, _ in read(nlp, text)] == ["The agency", "The agency"]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        pytest.param("“We won,” said the coach.", "direct", id="all quoted"),
        pytest.param("The coach said they “won fairly” in the end.", "mixed", id="partly quoted"),
        pytest.param("The coach said they won.", "indirect", id="not quoted"),
    ],
)
def test_attribution_manner(nlp: Language, text: str, manner: str) -> None:
    assert [said.manner for said in attributions(nlp, text)] == [manner]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The river rose and two bridges collapsed.", id="plain narrative"),
        pytest.param("The board may support the plan.", id="possible attitude"),
        pytest.param("The epidemic claimed 400 lives.", id="source that cannot speak"),
        pytest.param("The camera showed him walking north.", id="clause that is only seen"),
        pytest.param("She finds it so interesting.", id="opinion without a clause"),
        pytest.param("Two crews responded to the scene.", id="responding by going"),
        pytest.param("Gabon called off the talks with Chad.", id="act with a particle"),
        pytest.param("He said in a statement that was released on Monday.", id="relative clause without content"),
        pytest.param("", id="nothing"),
        pytest.param("“ ” \n\n said", id="marks and a cue without content"),
    ],
)
def test_attribution_none(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_attribution_ids_depend_on_the_text_alone(nlp: Language) -> None:
    text = "The mayor said the bridge fell. The mayor said the tower fell."
    first, second = ([said.id for said in attributions(nlp, text)] for _ in range(2))
    assert first == second
    assert len(set(first)) == 2


def test_attribution_source_is_the_entity_it_names(nlp: Language) -> None:
    doc = nlp("Marta Silva, who leads the union, said the strike would go on. She thanked the drivers, she added.")
    silva = next(entity for entity in slots.ENTITIES.read(doc) if entity.name == "Marta Silva")
    sources = [said.source for said in slots.ATTRIBUTIONS.read(doc)]
    assert [source and source.entity for source in sources] == [silva.id, silva.id]


def test_attribution_relative_pronoun_stands_for_its_noun(nlp: Language) -> None:
    doc = nlp("The poll, which suggested that prices would fall, was wrong. Ana Duarte, who said that it was, left.")
    poll, person = (said.source for said in slots.ATTRIBUTIONS.read(doc))
    assert poll is not None
    assert person is not None
    assert poll.text == "The poll"
    assert person.entity in {entity.id for entity in slots.ENTITIES.read(doc) if entity.name == "Ana Duarte"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The minister added:\nPrices will fall in May.",
            ("The minister", "added", "Prices will fall in May"),
            id="line that announces the next",
        ),
        pytest.param(
            "“A shameful day for the whole town.” — Maria Lopez",
            ("Maria Lopez", "—", "“A shameful day for the whole town.”"),
            id="quotation signed with a dash",
        ),
        pytest.param(
            "The poll shows a close race in Ohio.",
            ("The poll", "shows", "a close race in Ohio"),
            id="evidence and what it shows",
        ),
        pytest.param(
            "The mayor said the dam had burst, adding that nobody was hurt.",
            ("The mayor", "said", "the dam had burst"),
            id="content ends where the next begins",
        ),
        pytest.param(
            "Nobody was seen there, but according to witnesses, a van left the yard.",
            ("witnesses", "according to", "a van left the yard"),
            id="according to, behind a conjunction",
        ),
        pytest.param(
            "The town was flooded and roads were cut, according to the mayor.",
            ("the mayor", "according to", "The town was flooded and roads were cut"),
            id="according to, of all joined clauses",
        ),
    ],
)
def test_attribution_layout_and_evidence(nlp: Language, text: str, expected: tuple[str | None, str, str]) -> None:
    assert read(nlp, text)[0] == expected


def test_attribution_heading_is_no_speaker(nlp: Language) -> None:
    assert read(nlp, "Correction: An earlier version misstated the year.") == []
