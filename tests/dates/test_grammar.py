from __future__ import annotations

from pipeline.dates import grammar
from pipeline.dates.patterns import SETS, SLOT
from pipeline.dates.vocabulary import FIGURE_KINDS, FUNCTIONS, KINDS, TIMES, WORD_KINDS

LEVELS = (grammar.AMOUNTS, grammar.DATES, grammar.SPANS, grammar.RELATIONS, grammar.PARTS, grammar.EDGES)
NAMES = {name for rules in LEVELS for rule in rules for _, name in SLOT.findall(rule.pattern)}
MARKED_IN_LEXING = {"adjective"}


def test_grammar_speaks_of_known_kinds_only() -> None:
    assert set(KINDS) | set(SETS) >= NAMES
    assert set(KINDS) >= {kind for kinds in SETS.values() for kind in kinds}


def test_grammar_uses_each_kind_and_set_that_there_is() -> None:
    used = {kind for name in NAMES for kind in SETS.get(name, (name,))}
    assert {*WORD_KINDS, *FIGURE_KINDS, *FUNCTIONS, *TIMES} - used - MARKED_IN_LEXING == set()
    assert set(SETS) - NAMES == set()
