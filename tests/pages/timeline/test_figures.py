from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pages.language.certainty import PALE
from pages.language.palette import CLEAR
from pages.timeline import figures
from pages.timeline.rows import MOST_LABELLED
from pipeline.index import EventRow
from pipeline.merging import confidence
from pipeline.wording.palette import COLOURS
from tests.pages.charts import checked
from tests.pages.rows import LISBON, event

timeline = checked(figures.timeline)

DAY = 86_400_000


def bars(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "bar"]


def scatters(figure: Any, mode: str) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == mode]


def drawn_ids(figure: Any) -> set[str]:
    return {each[1] for trace in figure.data if trace.customdata is not None for each in trace.customdata}


def test_timeline_draws_every_dated_event() -> None:
    events = [event(id=str(n), first=date(2019, 3, 1 + n), last=date(2019, 3, 1 + n)) for n in range(12)]
    assert drawn_ids(timeline(events)) == {each.id for each in events}


def test_timeline_bar_length_is_the_span_of_the_date() -> None:
    figure = timeline([event(first=date(2019, 8, 1), last=date(2019, 8, 10))])
    assert list(bars(figure)[0].x) == [10 * DAY]
    assert list(bars(figure)[0].base) == [date(2019, 8, 1)]


@pytest.mark.parametrize(
    ("status", "fill", "pattern"),
    [
        ("occurred", COLOURS["verbal cooperation"], None),
        ("ongoing", COLOURS["verbal cooperation"], None),
        ("planned", COLOURS["verbal cooperation"], "/"),
        ("hypothetical", CLEAR, None),
    ],
)
def test_timeline_form_says_the_status(status: str, fill: str, pattern: str | None) -> None:
    [bar] = bars(timeline([event(status=status)]))
    assert (bar.marker.color, bar.marker.pattern.shape) == (fill, pattern)


@pytest.mark.parametrize("status", ["denied", "cancelled"])
def test_timeline_strikes_out_what_did_not_happen(status: str) -> None:
    assert len(scatters(timeline([event(status=status)]), "lines")) == 1
    assert not scatters(timeline([event()]), "lines")


def test_timeline_colour_says_the_quad_class() -> None:
    events = [event(id=type_, type=type_, mode=None) for type_ in ("AGREE", "AID", "REJECT", "SANCTION", "JUSTICE")]
    assert {bar.marker.color for bar in bars(timeline(events))} == set(COLOURS.values())


def test_timeline_marks_an_open_end_with_an_arrow() -> None:
    figure = timeline([event(), event(id="open", last=None)])
    [arrows] = scatters(figure, "markers")
    assert list(arrows.marker.symbol) == ["triangle-right"]
    assert [each[1] for each in arrows.customdata] == ["open"]


def test_timeline_points_out_the_selected_event() -> None:
    events = [event(), event(id="e1")]
    assert len(timeline(events, "e1").layout.shapes) == len(timeline(events).layout.shapes) + 1


def test_timeline_shows_names_as_text() -> None:
    figure = timeline([event(evidence="<img src=x>", title="<b>")])
    hovers = [text for trace in figure.data for text in (trace.hovertext or ())]
    assert hovers
    assert not any("<img" in text for text in hovers)


def test_timeline_many_events_are_packed_and_those_that_matter_most_named() -> None:
    many = [event(id=str(n), first=date(2019, 1 + n % 12, 1), last=date(2019, 1 + n % 12, 5)) for n in range(200)]
    figure = timeline(many)
    assert sum(len(trace.text) for trace in scatters(figure, "text")) == MOST_LABELLED
    assert len(figure.data) < 20


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"place": LISBON}, "Visit: Ana Costa → Morocco, Lisbon"),
        ({"actors": (), "recipients": ()}, "Visit: “Ana Costa visited Morocco.”"),
        ({"status": "planned"}, "(planned)"),
        ({"voices": 3}, "(3 voices)"),
        ({"disputed": ("when",)}, "(they disagree)"),
        ({"first": None, "last": None, "edtf": None, "reported": date(2019, 3, 20)}, "(reported 20 Mar)"),
    ],
)
def test_timeline_label_says_what_a_bar_cannot(fields: dict[str, Any], words: str) -> None:
    [label] = [text for trace in scatters(timeline([event(**fields)]), "text") for text in trace.text]
    assert words in label


LONG = replace(event().actors[0], name="The Harbour Board of the Northern Lagoons and of all the islands before them")


@pytest.mark.parametrize(
    ("narrow", "most", "kept"),
    [
        pytest.param(True, 52, "(planned, they disagree)", id="phone"),
        pytest.param(False, 88, "(planned, 4 voices, they disagree)", id="wide"),
    ],
)
def test_timeline_labels_fit_the_chart_and_keep_who_and_what_is_no_fact(narrow: bool, most: int, kept: str) -> None:
    """The days are those of a long axis: a label of the middle has room to one side only for a part of it."""
    days = [date(2019, 3, 1), date(2019, 6, 20), date(2019, 12, 30)]
    many = {"actors": (LONG,), "status": "planned", "voices": 4, "disputed": ("when",)}
    events = [event(id=str(n), first=day, last=day, **many) for n, day in enumerate(days)]
    said = timeline(events, narrow=narrow)
    found = [text for trace in scatters(said, "text") for text in trace.text]
    assert len(found) == len(days)
    for label in found:
        assert len(label) <= most
        assert label.startswith("Visit: The Harbour")
        assert label.endswith(kept)


def test_timeline_label_on_a_phone_leaves_out_voices_and_the_day_before_what_is_no_fact() -> None:
    crowded = event(
        first=None, last=None, reported=date(2019, 3, 20), status="denied", voices=12, disputed=("status",), edtf=None
    )
    [label] = [text for trace in scatters(timeline([crowded], narrow=True), "text") for text in trace.text]
    assert len(label) <= 52
    assert label.endswith(" (denied, they disagree)")


def test_timeline_label_ends_before_the_chart_does() -> None:
    """One that begins at a third of the axis has two thirds of it, and is cut before its bracket."""
    ends = [event(id=str(n), first=day, last=day) for n, day in enumerate((date(2019, 1, 1), date(2019, 12, 30)))]
    late = event(id="late", first=date(2019, 4, 25), last=date(2019, 4, 25), actors=(LONG,), voices=3)
    [label] = [
        text
        for trace in scatters(timeline([*ends, late]), "text")
        for text, told in zip(trace.text, trace.customdata, strict=True)
        if told[1] == "late"
    ]
    assert "…" in label
    assert label.endswith("(3 voices)")
    assert len(label) <= 88 * 2 / 3 + 2


def test_timeline_words_have_the_ink_of_the_page() -> None:
    """The hues of the marks have 3:1 on the page, words need 4.5:1."""
    figure = timeline([event(), event(id="b", type="ASSAULT", mode=None)])
    assert [each.font.color for each in figure.layout.annotations] == [None, None]


def test_timeline_says_itself_in_words() -> None:
    said = figures.description([event(), event(id="e1", type="ASSAULT", mode=None)])
    assert said == (
        "Timeline of 2 dated events from 2019-03-08 to 2019-03-08: 1 verbal cooperation, 1 material conflict."
    )


REPORTED = date(2019, 3, 20)


def undated(**fields: Any) -> EventRow:
    return event(first=None, last=None, edtf=None, reported=REPORTED, **fields)


@pytest.mark.parametrize(
    ("status", "symbols", "dash", "open_to"),
    [
        pytest.param("occurred", ["line-ns-open", "triangle-left-open"], "solid", "past", id="done before its report"),
        pytest.param("planned", ["line-ns-open", "triangle-right-open"], "dash", "future", id="planned after it"),
        pytest.param("denied", ["x-thin-open", "triangle-left-open"], "longdashdot", "past", id="denied"),
    ],
)
def test_timeline_event_without_a_day_is_a_line_to_its_report(
    status: str, symbols: list[str], dash: str, open_to: str
) -> None:
    figure = timeline([undated(status=status)])
    [line], [ends] = scatters(figure, "lines"), scatters(figure, "markers")
    stop, end = ends.x
    assert not bars(figure)
    assert list(ends.marker.symbol) == symbols
    assert line.line.dash == dash
    assert (end < stop) == (open_to == "past")
    assert [each[1] for each in ends.customdata] == ["e0", "e0"]


def test_timeline_stop_is_at_the_end_of_the_day_of_the_report_and_in_view() -> None:
    figure = timeline([event(), undated(id="e1")])
    [ends] = scatters(figure, "markers")
    low, high = figure.layout.xaxis.range
    assert ends.x[0] == date(2019, 3, 21)
    assert low < ends.x[1] < ends.x[0] < high
    assert "Timeline of 2 events" in figures.description([event(), undated(id="e1")])
    assert "1 event without a day of their own" in figures.description([event(), undated(id="e1")])


def test_timeline_less_certain_ones_are_pale_and_in_a_lane_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    known = confidence.fitted()
    monkeypatch.setattr(confidence, "fitted", lambda: confidence.Confidence(0.5, known.classes, known.weights))
    figure = timeline([event(confidence=0.4), event(id="e1", confidence=0.6)])
    assert [note.text for note in figure.layout.annotations] == ["VERBAL COOPERATION", "LESS CERTAIN"]
    assert {bar.customdata[0][1]: bar.opacity for bar in bars(figure)} == {"e0": PALE, "e1": 1}
    assert all("% sure" in text for bar in bars(figure) for text in bar.hovertext)
