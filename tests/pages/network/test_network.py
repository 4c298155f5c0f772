from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from pages.network import figures, layout, tables
from pages.network.links import Link, links, parties, share_of_fact
from pages.widgets import cards
from pipeline.domain import EventType
from pipeline.index import DyadRow, Participation
from tests.pages.charts import checked
from tests.pages.conftest import open_page
from tests.pages.rows import event

network = checked(figures.network)


def dyad(actor: str, recipient: str, type_: EventType = "CONSULT", events: int = 1, settled: int = 1) -> DyadRow:
    mutual = type_ == "AGREE"
    ends = Participation(f"person:{actor}", actor), Participation(f"person:{recipient}", recipient)
    return DyadRow(f"{actor}{'=' if mutual else '/'}{recipient}", *ends, mutual, type_, events, settled)


ROWS = [
    dyad("Ana", "Rui", events=4, settled=2),
    dyad("Ana", "Rui", "SUPPORT", events=1),
    dyad("Ana", "Rui", "ACCUSE", settled=0),
    dyad("Rui", "Ana"),
    dyad("Ana", "<b>Bo", "AGREE"),
]


def found() -> list[Link]:
    return links(ROWS)


def test_links_are_one_a_pair_and_quad_class() -> None:
    first = found()[0]
    assert (first.title, first.quad, first.events, first.settled) == ("Ana → Rui", "verbal cooperation", 5, 3)
    assert first.types == "Talks 4, Support 1"
    assert [(link.title, link.quad) for link in found()[1:]] == [
        ("Rui → Ana", "verbal cooperation"),
        ("Ana ↔ <b>Bo", "verbal cooperation"),
        ("Ana → Rui", "verbal conflict"),
    ]


def test_parties_are_everyone_at_an_end_those_of_most_links_first() -> None:
    assert [(who.name, who.others) for who in parties(found()).values()] == [("Ana", 2), ("Rui", 1), ("<b>Bo", 1)]


def test_links_say_how_much_is_fact() -> None:
    said = [share_of_fact(link) for link in found()]
    assert said == ["3 of them occurred or under way", *["occurred or under way"] * 2, "none has occurred"]


@pytest.mark.parametrize("count", [2, 3, 8, 25])
def test_layout_no_two_names_share_a_line(count: int) -> None:
    shown = links(dyad("Hub", f"p{number}") for number in range(count - 1))
    at = layout.positions(shown)
    assert len(at) == count
    for on_side in ([y for x, y in at.values() if x < 0.5], [y for x, y in at.values() if x >= 0.5]):
        assert all(abs(a - b) > 0.9 / count for a, b in pairwise(sorted(on_side)))


def test_layout_the_same_links_always_stand_alike() -> None:
    assert layout.positions(found()) == layout.positions(found())


def test_layout_those_who_are_linked_stand_together() -> None:
    shown = links([dyad("a", "b"), dyad("x", "y"), dyad("b", "c"), dyad("y", "z")])
    order = [str(key).removeprefix("person:") for key in layout.order(shown)]
    assert {frozenset(order[:3]), frozenset(order[3:])} == {frozenset("abc"), frozenset("xyz")}


def test_lanes_keep_links_of_one_pair_apart() -> None:
    shown = found()
    bends = [lane for link, lane in zip(shown, layout.lanes(shown), strict=True) if "Rui" in link.title]
    ways = [link.title.startswith("Rui") for link in shown if "Rui" in link.title]
    from_ana = {-bend if back else bend for bend, back in zip(bends, ways, strict=True)}
    assert len(from_ana) == 3


def test_curve_begins_and_ends_at_its_parties() -> None:
    line = layout.curve((0.1, 0.2), (0.9, 0.4), 1.0)
    assert line[0] == (0.1, 0.2)
    assert line[-1] == pytest.approx((0.9, 0.4))


def test_network_what_has_not_occurred_is_dashed_and_what_is_mutual_has_no_head() -> None:
    arrows = {trace.hovertext.split("</b>")[0]: trace for trace in network(found()).data[:-1]}
    assert [trace.line.dash for trace in network(found()).data[:-1]] == ["solid", "solid", "solid", "dash"]
    assert max(arrows["<b>Ana ↔ &lt;b&gt;Bo"].marker.size) == 0
    assert max(arrows["<b>Rui → Ana"].marker.size) > 0


def test_network_marks_open_their_evidence_and_names_are_escaped() -> None:
    *arrows, nodes = network(found()).data
    assert [arrow.customdata[0] for arrow in arrows] == [["dyad", link.key] for link in found()]
    assert ["entity", "person:Ana"] in [list(each) for each in nodes.customdata]
    assert " &lt;b&gt;Bo " in nodes.text


def test_network_a_party_known_by_words_alone_opens_nothing() -> None:
    nameless = replace(ROWS[3], actor=Participation(None, "two men"))
    nodes = network(links([nameless])).data[-1]
    assert dict(zip(nodes.text, nodes.customdata, strict=True)) == {
        " two men ": None,
        " Ana ": ["entity", "person:Ana"],
    }


def test_table_has_a_row_for_each_pair_and_type() -> None:
    assert tables.table_row(ROWS[0]) == {
        "Who": "Ana",
        "": "to",
        "Whom": "Rui",
        "What": "Talks (CONSULT)",
        "Class": "verbal cooperation",
        "Events": 4,
        "Occurred or under way": 2,
    }
    assert tables.table_row(ROWS[4])[""] == "with"


def test_card_counts_what_is_fact_and_quotes_each_event() -> None:
    card = cards.dyad_card(ROWS[:1], [event(), event(status="planned", evidence="<i>Ana will go.")])
    assert "4 events: Talks 4; 2 occurred or under way" in card
    assert "&lt;i&gt;Ana will go." in card
    assert "Planned" in card
    assert "and 2 more events" in card


def test_network_page_opens_the_events_between_two(app: AppTest) -> None:
    open_page(app, "network")
    assert not app.exception
    shown = "\n".join(element.value for element in app.html)
    assert "the trade union → Ana Costa" in shown
    assert "In February, the trade union accused Ana Costa of neglect." in shown
    assert app.query_params == {}


def test_network_on_a_phone_has_a_line_for_each_name_above_its_node() -> None:
    many = links(dyad("Hub", f"p{number}") for number in range(29))
    wide, narrow = (network(many, narrow=phone).layout.height / 15 for phone in (False, True))
    assert wide >= figures.NODE_PX[1]
    assert narrow >= figures.NODE_PX[1] + 20
