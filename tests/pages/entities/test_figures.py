from __future__ import annotations

from pages.entities import figures
from pages.entities.kinds import by_kind
from tests.pages.charts import checked
from tests.pages.rows import entity

counts = checked(figures.counts)

ROWS = [
    entity(key="country:MA", kind="country", name="Morocco", mentions=7, names=7, nominals=0, pronouns=0),
    entity(),
    entity(key="person:<b>", name="<b>Bold", mentions=1, names=1, nominals=0, pronouns=0),
]


def test_counts_bars_add_up_to_the_mentions() -> None:
    bars = [trace for trace in counts(ROWS).data if trace.type == "bar"]
    assert [sum(values) for values in zip(*(bar.x for bar in bars), strict=True)] == [7, 5, 1]


def test_counts_every_bar_opens_its_entity() -> None:
    for trace in counts(ROWS).data:
        if trace.type == "bar":
            assert [tuple(each) for each in trace.customdata] == [("entity", row.key) for row in ROWS]


def test_counts_names_are_escaped() -> None:
    assert counts(ROWS).layout.yaxis.ticktext[2] == "&lt;b&gt;Bold"


def test_counts_selected_name_is_bold() -> None:
    assert counts(ROWS, "country:MA").layout.yaxis.ticktext[0] == "<b>Morocco</b>"


def test_counts_by_kind_puts_a_heading_over_each_kind() -> None:
    figure = counts(by_kind(ROWS, 10), by_kind=True)
    assert [note.text for note in figure.layout.annotations] == ["<b>People</b>", "<b>Countries</b>"]
    assert list(figure.layout.yaxis.tickvals) == [1, 2, 4]


def test_by_kind_keeps_the_most_mentioned_of_each_kind() -> None:
    assert [row.key for row in by_kind(ROWS, 1)] == ["person:ana-costa", "country:MA"]


def test_counts_hover_tells_the_other_names() -> None:
    assert "also: Costa" in figures.hover(entity())


def test_counts_tell_names_apart_that_look_alike() -> None:
    long = "The Western Harbour Board of Old"
    alike = [entity(key="p1", name="the border", kind="place"), entity(key="p2", name="the border", kind="place")]
    cut = [entity(key="o1", name=f"{long} Lagoon", kind="place"), entity(key="o2", name=f"{long} Delta", kind="place")]
    names = list(counts([*alike, entity(name="the border"), *cut]).layout.yaxis.ticktext)
    assert names[:3] == ["the border", "the border (2)", "the border"]
    assert names[4] == f"{names[3]} (2)"
