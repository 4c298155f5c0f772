from __future__ import annotations

from spacy.language import Language

from benchmarks import mutants, mutation
from pipeline.lexicons import predicates


def test_mutation_tells_what_a_sentence_needs(nlp: Language) -> None:
    sentences = mutation.Sentences(nlp, ["Two fishermen drowned off Lima on Monday."])
    needed, idle = (mutants.Entry("life", "family", "die", word) for word in ("drown", "perish"))
    before = predicates.event_words
    found = list(mutation.results(sentences, [needed, idle], []))
    assert [result.needed for result in found] == [True, False]
    assert predicates.event_words is before
    assert mutation.table(found) == "life: 1 of 2 needed (50%)\n  family 'die': perish"


def test_mutation_tries_classes_too(nlp: Language) -> None:
    sentences = mutation.Sentences(nlp, ["The envoy flew from Accra to Lima on Monday, the ministry said."])
    needed, idle = mutants.Entry("motion", "class", "drive", "fly"), mutants.Entry("motion", "class", "drive", "steer")
    before = predicates.predicates
    assert [result.needed for result in mutation.results(sentences, [needed, idle], [])] == [True, False]
    assert predicates.predicates is before


def test_mutation_lists_each_word_and_guard() -> None:
    assert mutants.Entry("life", "family", "die", "drown") in mutants.entries()
    assert {"is_told_enough", "is_asserted", "is_play"} <= set(mutation.guards())


def test_mutation_stops_in_time() -> None:
    ticks = iter([0.0, 1.0, 61.0])
    found = iter([mutation.Result("law", word, True) for word in ("pass", "veto")])
    assert [result.what for result in mutation.within(found, 1, lambda: next(ticks))] == ["pass"]
