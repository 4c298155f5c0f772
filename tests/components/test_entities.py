from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import Entity


def entities(nlp: Language, text: str) -> tuple[Entity, ...]:
    return slots.ENTITIES.read(nlp(text))


def mentions(nlp: Language, text: str, key: str) -> list[str]:
    """Texts of the mentions of the one entity with a key."""
    [entity] = [one for one in entities(nlp, text) if one.key == key]
    return [mention.text for mention in entity.mentions]


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        pytest.param(
            "Kenyan President William Ruto landed in Rome. Ruto met farmers. The Kenyan leader flies home today.",
            "person:william-ruto",
            ["William Ruto", "Ruto", "The Kenyan leader"],
            id="an office before a name makes the description his",
        ),
        pytest.param(
            "Estonia's prime minister will visit Oslo. Kaja Kallas, the Estonian prime minister, leaves on Monday.",
            "person:kaja-kallas",
            ["Estonia's prime minister", "Kaja Kallas", "the Estonian prime minister"],
            id="a description may come before the name",
        ),
        pytest.param(
            "Angela Merkel spoke to Lars Larsen. She thanked him for his work.",
            "person:angela-merkel",
            ["Angela Merkel", "She"],
            id="a pronoun goes by gender",
        ),
        pytest.param(
            "The UK signed. Britain will pay, and the United Kingdom will wait.",
            "country:GB",
            ["UK", "Britain", "United Kingdom"],
            id="names of a country are one country",
        ),
        pytest.param(
            "The Danish Maritime Authority (DMA) closed the strait. The DMA gave no reason.",
            "organization:danish-maritime-authority",
            ["Danish Maritime Authority", "DMA", "DMA"],
            id="an acronym is introduced in parentheses",
        ),
    ],
)
def test_entities_join_what_names_one_thing(nlp: Language, text: str, key: str, expected: list[str]) -> None:
    assert mentions(nlp, text, key) == expected


@pytest.mark.parametrize(
    ("text", "kind", "called"),
    [
        pytest.param(
            "Rodrigo Chaves Robles flew in. Chaves left.", "person", ["Rodrigo Chaves Robles", "Chaves"], id="two"
        ),
        pytest.param(
            "Deputy Minister for Trade and Industry Petra Novak said no.", "person", ["Petra Novak"], id="office"
        ),
        pytest.param("Jamaica Keller sued. Keller won.", "person", ["Jamaica Keller", "Keller"], id="country's name"),
        pytest.param("Mr. OKAFOR sued the bank.", "person", ["OKAFOR"], id="surname in capitals"),
        pytest.param("Han Seok-min sued. Han won.", "person", ["Han Seok-min", "Han"], id="family name first"),
        pytest.param("Scholz Praises Orban At Summit", "person", ["Orban"], id="leader in a headline"),
        pytest.param("Georgia's governor vetoed the bill.", "place", ["Georgia"], id="state"),
        pytest.param("Georgia accused Moldova of theft.", "country", ["Georgia"], id="nation"),
    ],
)
def test_entities_know_what_a_name_names(nlp: Language, text: str, kind: str, called: list[str]) -> None:
    found = [e for e in slots.ENTITIES.read(nlp(text)) if called[0] in (mention.text for mention in e.mentions)]
    assert [entity.kind for entity in found] == [kind]
    assert [mention.text for mention in found[0].mentions if mention.form == "name"] == called


def test_entities_are_called_by_their_age(nlp: Language) -> None:
    text = "Goalkeeper Tomas Lund signed in Bergen. The 31-year-old met a 19-year-old there. The 19-year-old wept."
    assert mentions(nlp, text, "person:tomas-lund") == ["Tomas Lund", "The 31-year-old"]
    younger = [e for e in entities(nlp, text) if "19" in e.name]
    assert [[mention.text for mention in entity.mentions] for entity in younger] == [
        ["a 19-year-old", "The 19-year-old"]
    ]


def test_entities_keep_people_of_one_surname_apart(nlp: Language) -> None:
    found = entities(nlp, "Hillary Clinton and Bill Clinton came to Lima. Mrs Clinton spoke, and Mr Clinton listened.")
    people = {one.key: [mention.text for mention in one.mentions] for one in found if one.kind == "person"}
    assert people == {
        "person:hillary-clinton": ["Hillary Clinton", "Clinton"],
        "person:bill-clinton": ["Bill Clinton", "Clinton"],
    }


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Ivo Lund and his wife, Eva Lund, came. Max Holm and his wife, Sara, left.",
            {"Ivo Lund", "Eva Lund", "Max Holm", "Sara"},
            id="the wives of two",
        ),
        pytest.param(
            "German Chancellor Brandt flew to Oman to meet its chancellor, Omar Said. Brandt praised Oman.",
            {"Brandt", "Omar Said"},
            id="two of one office",
        ),
    ],
)
def test_entities_keep_people_of_other_names_apart(nlp: Language, text: str, people: set[str]) -> None:
    assert {entity.name for entity in entities(nlp, text) if entity.kind == "person"} == people


def test_entities_offsets_are_exact(nlp: Language, seed_text: str) -> None:
    found = entities(nlp, seed_text)
    assert found
    spans = [(mention.start, mention.end) for one in found for mention in one.mentions]
    assert len(spans) == len(set(spans))
    assert all(seed_text[mention.start : mention.end] == mention.text for one in found for mention in one.mentions)


def test_entities_ids_are_the_same_at_each_run(nlp: Language, seed_text: str) -> None:
    first, second = entities(nlp, seed_text), entities(nlp, seed_text)
    assert [one.id for one in first] == [one.id for one in second]
    assert len({one.id for one in first}) == len(first)


@pytest.mark.parametrize("text", ["", " \n\n ", "?!", "the", "'s", "(", "\u200b", "Kim", "12 12 12"])
def test_entities_of_odd_texts_raise_nothing(nlp: Language, text: str) -> None:
    assert all(one.mentions for one in entities(nlp, text))
