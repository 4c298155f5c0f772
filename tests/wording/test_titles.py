from __future__ import annotations

from pipeline.wording import titles


def test_distinct_names_number_those_that_are_alike() -> None:
    assert titles.distinct({1: "Talks", 2: "Visit", 3: "Talks", 4: "Talks"}) == {
        1: "Talks",
        2: "Visit",
        3: "Talks (2)",
        4: "Talks (3)",
    }
