from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pages.sources import figures, tables
from pages.view import navigation
from pages.widgets import cards
from pipeline.domain import Extent
from pipeline.index import QuotedRow, StatementRow, Times
from tests.pages.charts import checked
from tests.pages.conftest import open_page

counts = checked(figures.counts)

DIAS = QuotedRow(
    "person:rui-dias", "Rui Dias", 4, 1, 2, 1, 2, (Times("said", 3), Times("denied", 1)), (Times("Portugal", 2),)
)
BOLD = QuotedRow("name:<b>", "<b>Bold", 1, 0, 1, 0, 1, (Times("said", 1),), ())


def test_counts_bars_add_up_to_the_statements_and_open_their_source() -> None:
    bars = [trace for trace in counts([DIAS, BOLD]).data if trace.type == "bar"]
    assert [sum(values) for values in zip(*(bar.x for bar in bars), strict=True)] == [4, 1]
    for bar in bars:
        assert [tuple(each) for each in bar.customdata] == [("source", DIAS.key), ("source", BOLD.key)]


def test_counts_names_are_escaped_and_the_selected_one_is_bold() -> None:
    figure = counts([DIAS, BOLD], DIAS.key)
    assert list(figure.layout.yaxis.ticktext) == ["<b>Rui Dias</b>", "&lt;b&gt;Bold"]


def test_hover_tells_cues_and_whom_it_is_about() -> None:
    assert "cues: said 3, denied 1<br>about: Portugal 2" in figures.hover(DIAS)
    assert "about" not in figures.hover(BOLD)


def test_table_says_what_the_bars_say() -> None:
    row = tables.table_row(DIAS)
    assert (row["Quoted"], row["Paraphrased"], row["Quoted in part"]) == (1, 2, 1)
    assert row["Source"] == "Rui Dias"
    assert (row["Cue words"], row["About whom"]) == ("said 3, denied 1", "Portugal 2")


def test_table_says_that_there_are_more_words() -> None:
    many = tuple(Times(f"word{number}", 1) for number in range(tables.MOST_WORDS + 1))
    assert tables.listed(many[:-1]).endswith(f"word{tables.MOST_WORDS - 1} 1")
    assert tables.listed(many).endswith(f"word{tables.MOST_WORDS - 1} 1, …")


def test_card_marks_cue_and_content_and_escapes_the_text() -> None:
    text = "Rui Dias said <b> was gone."
    said = StatementRow("s0", "a0", "A visit", None, "indirect", Extent(9, 13, "said"), (14, 26))
    card = cards.source_card(DIAS, [said], lambda _: text)
    assert '<mark class="dl-trigger">said</mark>' in card
    assert '<mark class="dl-evidence">&lt;b&gt; was gone</mark>' in card
    assert "and 3 more statements" in card


def shown(app: AppTest) -> str:
    return "\n".join(element.value for element in app.html if "<article class='dl-card'" in element.value)


def test_sources_tile_leads_to_the_page_and_a_source_to_its_statements(app: AppTest) -> None:
    app.run()
    assert any("source" in link.label for link in app.page_link)
    app.switch_page(str(navigation.script("sources"))).run()
    assert not app.exception
    card = shown(app)
    assert '<mark class="dl-trigger">denied</mark>' in card
    assert '<mark class="dl-evidence">she will travel on to Dakar</mark>' in card
    app.selectbox(key="evidence-of").select("her office · 1 statement").run()
    assert "<h2>her office</h2>" in shown(app)
    assert "source:name:her office" in app.query_params["select"]


def test_sources_follow_the_filter(app: AppTest) -> None:
    app.query_params["status"] = ["denied"]
    open_page(app, "sources")
    assert list(app.selectbox(key="evidence-of").options) == ["Rui Dias · 1 statement"]


def test_source_and_certainty_are_filters_of_every_page_and_in_the_address(app: AppTest) -> None:
    app.query_params["source"] = ["person:rui-dias"]
    app.query_params["certainty"] = ["CT-"]
    app.run()
    assert not app.warning
    assert app.multiselect(key="filter-certainties").value == ["CT-"]
    assert any(link.label == "**1** event" for link in app.page_link)
    next(button for button in app.button if button.label.startswith("certainly not")).click().run()
    assert list(app.query_params) == ["source"]
    assert any(link.label == "**2** events" for link in app.page_link)
