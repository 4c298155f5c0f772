from __future__ import annotations

import pytest

from pipeline.__main__ import main
from pipeline.lexicons.entries import Entry, entries


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        pytest.param(
            "revisit", Entry("predicates/motion", "class 'visiting' verbs", ("revisit",), "motion visiting"), id="class"
        ),
        pytest.param("midfielder", Entry("classes", "sport", ("midfielder",), ""), id="list"),
        pytest.param("duo", Entry("motion_context", "sizes", ("duo",), "2"), id="table"),
        pytest.param(
            "horizon",
            Entry("predicates/phrases", "class 'predicative plans' phrases", ("on horizon",), "predicative plans"),
            id="part of a phrase",
        ),
    ],
)
def test_entries_say_what_a_lexicon_has(word: str, entry: Entry) -> None:
    assert entry in list(entries(word))


def test_explain_prints_the_entries_of_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--word", "extradite"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "# extradite"
    assert printed.index("predicates/motion.toml") + 1 == printed.index(
        "  class 'transport' verbs: extradite -> motion handling sending"
    )


def test_explain_says_that_a_word_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--word", "marmalade"]) == 1
    assert "No lexicon names 'marmalade'." in capsys.readouterr().err
