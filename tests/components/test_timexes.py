from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline import dates
from pipeline.components import slots


def test_timexes_of_the_seed_resolve_as_a_careful_reader_takes_them(nlp: Language, seed_text: str) -> None:
    expressions = slots.EXPRESSIONS.read(nlp(seed_text))
    publication = dates.infer_publication(seed_text, None, None, expressions, None)
    assert (publication.published, publication.basis) == (date(2023, 9, 11), "inferred")
    assert [day.year for day in publication.candidates] == [1995, 2000, 2006, 2017, 2023]
    assert [(timex.text, timex.value) for timex in dates.resolve(expressions, publication.published)] == [
        ("Monday, September 11", "2023-09-11"),
        ("the coming days", "PXD"),
        ("the same day", "2023-09-11"),
        ("the coming days", "PXD"),
        ("July", "2023-07"),
        ("early August", "2023-08"),
        ("August 18", "2023-08-18"),
        ("August 31", "2023-08-31"),
        ("September 4", "2023-09-04"),
        ("September", "2023-09"),
        ("the evening of Friday, September 8", "2023-09-08TEV"),
        ("next week", "2023-W37"),
    ]


def test_timexes_carry_tense_and_sentence(nlp: Language) -> None:
    text = "They met on Monday. They will meet again on Friday."
    first, second = slots.EXPRESSIONS.read(nlp(text))
    assert (first.tense, first.sentence) == ("past", 0)
    assert (second.tense, second.sentence) == ("future", 20)


def test_timexes_use_tags_to_tell_verbs_from_months(nlp: Language) -> None:
    text = "Troops may march on the capital in May."
    assert [item.text for item in slots.EXPRESSIONS.read(nlp(text))] == ["May"]


def test_timexes_use_tags_to_tell_a_conjunction_from_that_month(nlp: Language) -> None:
    text = "She said that March exports had fallen. That March, snow fell."
    assert [item.text for item in slots.EXPRESSIONS.read(nlp(text))] == ["March", "That March"]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        pytest.param("Talks are due to resume on Monday.", "future", id="due to"),
        pytest.param("A hearing has been set for Monday.", "future", id="set for"),
        pytest.param("They announced talks to be held on Monday.", "future", id="infinitive of a noun"),
        pytest.param("The border has been closed until Monday.", "future", id="until, not over"),
        pytest.param("The border stayed closed until Monday.", "past", id="until, over"),
        pytest.param("Please register by Monday.", "future", id="by"),
        pytest.param("The flood had reached the town by Monday.", "past", id="by, over"),
        pytest.param("The club expects a ruling on Monday.", "future", id="expects"),
        pytest.param("The club expected a ruling on Monday.", "past", id="expected"),
        pytest.param("The firm would close a mill and cut 90 jobs on Monday.", "future", id="would close and cut"),
        pytest.param("The firm closed a mill and cut 90 jobs on Monday.", "past", id="closed and cut"),
        pytest.param("Brokers see wages climbing by Monday.", "future", id="see ... climbing"),
        pytest.param("Guards see visitors in the park on Monday.", "present", id="see somebody"),
        pytest.param("The abbot vowed silence in two months.", "future", id="vowed, so long from then"),
        pytest.param("The abbot vowed silence in July.", "past", id="vowed on a day"),
        pytest.param("The decree takes effect in ten days.", "future", id="takes effect"),
        pytest.param("The zoo had hoped to open by Monday.", "past", id="had hoped to"),
        pytest.param("The nurses hope to go home on Monday.", "future", id="hope to"),
        pytest.param("The quarrel goes back to a vote in June, when they lost.", "past", id="when, in the past"),
        pytest.param("Denner, which had bid millions for Corva in June, gave up.", "past", id="had bid for"),
        pytest.param("The nurses hope for a raise in June.", "future", id="hope for"),
        pytest.param("Classes are to restart on Monday.", "future", id="are to"),
        pytest.param("The chamber reconvenes on Monday.", "future", id="timetable"),
        pytest.param("The July congress was announced in Lima.", "future", id="a day made known"),
        pytest.param("The July congress was interrupted in Lima.", "past", id="a meeting that was held"),
        pytest.param("The July deadline was dropped.", None, id="deadline in the past tense"),
        pytest.param("It may snow on Monday.", "future", id="modal"),
        pytest.param("They will have left by Monday.", "future", id="future perfect"),
        pytest.param("It may have snowed on Monday.", "past", id="modal of the past"),
        pytest.param("He tried to rob a bank on Monday.", "past", id="attempt"),
        pytest.param("The deal announced on Monday is off.", "past", id="participle"),
        pytest.param("The union has called a strike for Monday.", "future", id="called for"),
        pytest.param("The union called for a strike on Monday.", "future", id="called for an event"),
        pytest.param("The hearing, due on Monday, was moved.", "future", id="due, then moved"),
        pytest.param("The trial was adjourned until Monday.", "future", id="moved to a day"),
        pytest.param("The court pushed back the trial to Monday.", "future", id="moved with a particle"),
        pytest.param("Judges gave the firm until Monday.", "future", id="time given"),
        pytest.param("The council closed the bridge until Monday.", "future", id="closed until"),
        pytest.param("Officials barred visitors from the park until Monday.", "future", id="barred until"),
        pytest.param("The bridge was closed until Monday.", "past", id="was closed until"),
        pytest.param("The mayor closed the bridge on Monday.", "past", id="closed on"),
        pytest.param("The owner could not be reached on Monday.", "past", id="not reached"),
        pytest.param("The lease had been due to end on Monday.", "past", id="had been due"),
        pytest.param("A dividend is payable on Monday.", "present", id="payable on"),
        pytest.param("The bank raised its rates, effective Monday.", "future", id="effective"),
        pytest.param("She went to Paris to sign the deal on Monday.", "past", id="infinitive of purpose"),
        pytest.param("The regatta starts on Monday.", "future", id="timetable"),
        pytest.param("The envoy says so on Monday.", "present", id="no timetable"),
        pytest.param("The regatta starts on Monday", "present", id="a headline has no timetable"),
        pytest.param("The envoy is due in Oslo on Monday.", "future", id="due somewhere"),
        pytest.param("The ferry cut its fares starting Monday.", "future", id="starting"),
        pytest.param("Copper for March delivery fell.", "future", id="delivery"),
        pytest.param("The March storms ruined the crops.", "past", id="no delivery"),
    ],
)
def test_timexes_look_ahead_or_back(nlp: Language, text: str, tense: str) -> None:
    (expression,) = slots.EXPRESSIONS.read(nlp(text))
    assert expression.tense == tense


def test_timexes_of_a_plan_called_off_look_neither_way(nlp: Language) -> None:
    (expression,) = slots.EXPRESSIONS.read(nlp("A rally planned for Monday was cancelled."))
    assert expression.tense is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("She will return in two weeks.", [("DATE", "now +14D")], id="a date"),
        pytest.param("She fell twice in two weeks.", [("DURATION", "P2W")], id="a length"),
        pytest.param("It will be her first visit in two weeks.", [("DURATION", "P2W")], id="a record"),
        pytest.param("The judge expects a plea in nine days.", [("DATE", "now +9D")], id="expects"),
        pytest.param("Divers hope to raise the wreck in six days.", [("DATE", "now +6D")], id="hope to"),
        pytest.param("Divers raised the wreck in six days.", [("DURATION", "P6D")], id="a length told"),
        pytest.param("Buyers must answer in no more than 21 days.", [("DURATION", "P21D")], id="a limit"),
        pytest.param("They will leave soon.", [("DATE", "FUTURE_REF")], id="soon ahead"),
        pytest.param("They soon left.", [], id="soon in the past"),
    ],
)
def test_timexes_mean_what_their_clause_makes_of_them(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert [(item.type, item.value) for item in slots.EXPRESSIONS.read(nlp(text))] == found


@pytest.mark.parametrize(
    ("text", "is_range"),
    [
        pytest.param("She stayed from Monday to Friday.", True, id="a stay"),
        pytest.param("They moved the talks from Monday to Friday.", False, id="moved to another day"),
        pytest.param("Trains will be suspended from Monday to Friday.", True, id="a pause"),
    ],
)
def test_timexes_tell_ranges_from_days_moved(nlp: Language, text: str, is_range: bool) -> None:
    assert slots.EXPRESSIONS.read(nlp(text))[0].opens_range is is_range


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("She left in early May. In 2007 it rained.", ["2021-05", "2007"], id="year of the next sentence"),
        pytest.param("The family fled in July.", ["2020-07"], id="month in the past tense"),
        pytest.param("Shells fell on the port overnight.", ["2021-06-09TNI"], id="overnight"),
    ],
)
def test_timexes_resolve_from_publication(nlp: Language, text: str, values: list[str]) -> None:
    resolved = dates.resolve(slots.EXPRESSIONS.read(nlp(text)), date(2021, 6, 10))
    assert [timex.value for timex in resolved] == values
