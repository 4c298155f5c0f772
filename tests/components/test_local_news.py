"""What local papers, health pages and obituaries tell, and what in them only looks like news."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.components import slots
from pipeline.domain import Article, EventMention

PUBLISHED = date(2021, 6, 18)


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The levee could burst, flooding Dayton and killing dozens.", "killing", id="participle"),
        pytest.param("The mould may spread and mutate, triggering an epidemic.", "epidemic", id="what is triggered"),
        pytest.param("A spark could set off an explosion at the mill.", "explosion", id="what is set off"),
    ],
)
def test_what_would_follow_from_what_may_be_has_not_happened(nlp: Language, text: str, word: str) -> None:
    assert {each.status for each in found(nlp, text) if each.trigger.text == word} <= {"hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The levee burst on Monday, killing twelve people.", id="participle"),
        pytest.param("A loose bolt could have caused the crash.", id="what is known"),
    ],
)
def test_what_has_happened_stays_so_whatever_caused_it(nlp: Language, text: str) -> None:
    assert {each.status for each in found(nlp, text)} == {"occurred"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("TORNADO, Utah (AP) -- A clerk won a prize.", "DISASTER", id="dateline"),
        pytest.param("Clerk wins prize. TORNADO, Utah - A clerk won a prize.", "DISASTER", id="behind the headline"),
        pytest.param("Both victims were hospital cleaners.", "LIFE", id="workers of a hospital"),
        pytest.param("Both women were treated in hospital and released.", "RETREAT", id="from the hospital"),
        pytest.param("Mayor Lind left the meeting early.", "SANCTION", id="gone early"),
        pytest.param("The scandal hurt the senator among farmers.", "LIFE", id="a figure of speech"),
        pytest.param("The storm made pupils lock themselves indoors.", "PROTEST", id="shelter"),
        pytest.param("Nurses have died since the 2011 outbreak of civil war.", "DISASTER", id="war"),
        pytest.param("Taxes rose on Monday. Salt kills thousands of people.", "LIFE", id="what is always so"),
        pytest.param("Taxes rose on Monday. Norway gives Chad free wheat.", "AID", id="what is usual"),
        pytest.param("Poll: 62% of Chileans oppose the treaty with Peru.", "REJECT", id="a share of a people"),
    ],
)
def test_what_only_looks_like_news_is_none(nlp: Language, text: str, kind: str) -> None:
    assert kind not in {each.type for each in found(nlp, text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Some 90 families were driven from their homes.", "DISASTER", id="driven from home"),
        pytest.param("Volunteers searched the creek on Sunday.", "AID", id="a search"),
        pytest.param("Gov. Lind visited the trailer park on Monday.", "CONSULT", id="a visit to a park"),
        pytest.param("The African Union sent observers to Gabon.", "AID", id="observers"),
        pytest.param("Two cyclists were hurt in Ghent on Friday.", "LIFE", id="in the passive"),
        pytest.param("A falling branch hurt four walkers.", "LIFE", id="several"),
        pytest.param("An outbreak of measles closed a school in Turin.", "DISASTER", id="illness"),
        pytest.param("Norway gives Chad free wheat.", "AID", id="headline"),
        pytest.param("Farmers locked themselves to a gate in Lyon.", "PROTEST", id="to a gate"),
        pytest.param("Cholera was confirmed in three villages near Goma.", "DISASTER", id="an illness that is found"),
        pytest.param("The missing boys were found unharmed on Monday.", "AID", id="somebody missing who is found"),
        pytest.param("Divers found two fishermen alive on Sunday.", "AID", id="found alive"),
        pytest.param("Police foiled an attack on a school in Ghent.", "COERCE", id="an attack that was foiled"),
        pytest.param("Guards repelled an attack on the base.", "ASSAULT", id="an attack that was repelled"),
    ],
)
def test_the_news_beside_it_is_told(nlp: Language, text: str, kind: str) -> None:
    assert kind in {each.type for each in found(nlp, text)}


def test_a_funeral_takes_place_at_nobody(nlp: Language) -> None:
    told = found(nlp, "Her funeral will take place at the Church of Saint Clara on Friday.")
    assert [each.recipients for each in told if each.type == "LIFE"] == [()]


def test_a_birthday_begins_no_story(nlp: Language) -> None:
    told = found(nlp, "Rosa Lind was born in Turku on May 4, 1931. She married Arvo Lind, a teacher.")
    assert [each.timex for each in told if each.trigger.text == "married"] == [None]


@pytest.mark.parametrize(
    ("headline", "lead", "kinds"),
    [
        pytest.param(
            "Nurses' union endorses Okoro.",
            "A union of nurses endorsed Ada Okoro for mayor on Thursday.",
            ["SUPPORT"],
            id="one side by words",
        ),
        pytest.param(
            "Omani clerics urge ban on films.",
            "A group of Omani clerics urged the new minister on Sunday to ban films.",
            ["REQUEST"],
            id="both sides by words",
        ),
        pytest.param(
            "Police arrest two men.",
            "Police in Accra arrested the mayor on Monday. Police also arrested his son on Tuesday.",
            ["COERCE", "COERCE"],
            id="only the lead's",
        ),
        pytest.param(
            "Okoro and Weber meet in Oslo.",
            "Nigerian President Ada Okoro met Chancellor Klaus Weber in Oslo on Thursday.",
            ["CONSULT"],
            id="of two who meet either may be the subject",
        ),
        pytest.param(
            "Kenya expels envoy.", "Uganda expelled an envoy of Chad on Friday.", ["SANCTION"] * 2, id="other names"
        ),
    ],
)
def test_a_headline_and_its_lead_are_one_event(nlp: Language, headline: str, lead: str, kinds: list[str]) -> None:
    text = f"{headline}\n\n{lead}"
    analysis = assemble(Article(id="one", title=None, text=text, published=PUBLISHED), read(text, nlp))
    assert [event.type for event in analysis.events] == kinds
