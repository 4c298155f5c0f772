from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.add_text import extraction
from pages.add_text.intake import File, TypedMetadata, from_file, from_paste
from pipeline.store import Store
from tests.pages.conftest import open_page

STORY = "Foreign Minister Amara Diallo flew from Bamako to Dakar on 6 May 2019, her office said."
HTML = """<html><head><title>Floods in Osijek - The Drava Times</title>
<meta property="og:site_name" content="The Drava Times">
<meta property="article:published_time" content="2022-05-09T08:00:00+02:00"></head>
<body><article><h1>Floods in Osijek</h1><p>Rescuers moved 200 people from Osijek to Vukovar on Sunday after the Drava
burst its banks, the interior ministry said.</p></article></body></html>"""
TODAY = date(2024, 1, 1)


@pytest.fixture
def page(app: AppTest) -> AppTest:
    return open_page(app, "add_text")


def kept(url: str) -> list[str | None]:
    store = Store.open(url)
    titles = [article.title for article in store.articles()]
    store.close()
    return titles


def field(page: AppTest, label: str) -> Any:
    """The field of the last card."""
    return [each for each in page.text_input if each.label == label][-1]


def click(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def captions(page: AppTest) -> list[str]:
    """How title, outlet and date of the last card are known."""
    known = ("as you wrote it", "from the file", "its first line", "unknown", "the text")
    return [caption.value for caption in page.caption if caption.value.startswith(known)][-3:]


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files]).run()
    page.button(key="read-files").click().run()
    assert not page.exception
    return page


def read(page: AppTest, text: str, **about: str) -> AppTest:
    page.text_area(key="add-text").set_value(text)
    for field, value in about.items():
        page.text_input(key=f"add-{field}-paste").set_value(value)
    return page.button(key="read-paste").click().run()


def test_add_text_shows_what_was_found_before_it_is_kept(page: AppTest, store_url: str) -> None:
    before = kept(store_url)
    read(page, STORY, title="Diallo in Dakar", outlet="Test Courier")
    assert not page.exception
    assert "1 movement" in page.text[0].value
    assert "Amara Diallo: Bamako → Dakar" in page.dataframe[0].value["What"].tolist()[0]
    assert kept(store_url) == before


def test_add_text_asks_for_the_date_before_the_text_is_kept(page: AppTest, store_url: str) -> None:
    read(page, "Amara Diallo arrived in Dakar on Monday.", title="Diallo arrives")
    assert page.dataframe[0].value["When"].tolist()[0] == "no date"
    field(page, "Publication date").set_value("Tues 7 May 2019").run()
    assert page.dataframe[0].value["When"].tolist()[0] == "6 May 2019"
    next(button for button in page.button if button.label == "Keep").click().run()
    store = Store.open(store_url)
    [row] = [row for row in store.articles() if row.title == "Diallo arrives"]
    store.close()
    assert (row.published, row.basis) == (date(2019, 5, 7), "given")


def test_add_text_keeps_a_text_once(page: AppTest, store_url: str) -> None:
    before = kept(store_url)
    read(page, STORY, title="Diallo in Dakar")
    next(button for button in page.button if button.label == "Keep").click().run()
    assert sorted(map(str, kept(store_url))) == sorted([*map(str, before), "Diallo in Dakar"])
    assert "Kept 1 text" in page.success[0].value
    read(page, STORY)
    assert "keeping it again adds nothing" in " ".join(text.value for text in page.text)
    assert "Open it" in {link.label for link in page.page_link}
    page.button(key="keep-all").click().run()
    assert not page.success
    assert not page.subheader


@pytest.mark.parametrize(
    ("text", "published", "said"),
    [
        pytest.param("  \n ", "", "There is no text", id="blank"),
        pytest.param(STORY, "last Tuesday", "last Tuesday", id="depends on today"),
        pytest.param(STORY, "5/3/2019", "two days", id="two days"),
        pytest.param(STORY, "2999-01-01", "2999-01-01", id="in the future"),
        pytest.param("\x00\x01\x02" * 50, "", "not text", id="binary"),
    ],
)
def test_add_text_says_what_is_wrong_and_keeps_what_was_typed(
    page: AppTest, text: str, published: str, said: str
) -> None:
    read(page, text, published=published, title="My title")
    assert said in page.error[0].value.replace("\\", "")
    assert "Hint" in page.error[0].value
    assert page.text_area(key="add-text").value == text
    assert page.text_input(key="add-title-paste").value == "My title"
    assert page.text_input(key="add-published-paste").value == published


def test_add_text_uploads_several_files_with_an_error_for_each_bad_one(page: AppTest, store_url: str) -> None:
    page.file_uploader(key="add-files").set_value(
        [
            ("good.txt", STORY.encode(), "text/plain"),
            ("broken.pdf", b"%PDF-1.7 nothing", "application/pdf"),
            ("other.md", b"# Storm\n\nThe ferry left Split on Monday.", "text/markdown"),
        ]
    ).run()
    page.button(key="read-files").click().run()
    assert not page.exception
    assert len(page.error) == 1
    assert "broken" in page.error[0].value
    page.button(key="keep-all").click().run()
    assert "Kept 2 texts" in page.success[0].value
    assert len(kept(store_url)) == 4
    assert page.file_uploader[0].value == []
    assert {link.label for link in page.page_link} >= {"Storm"}


def test_add_text_metadata_can_be_corrected_before_it_is_kept(page: AppTest, store_url: str) -> None:
    read(page, f"Voyage of a minister\n\n{STORY}", outlet="Old Courier")
    assert captions(page) == ["its first line", "as you wrote it", "unknown"]
    field(page, "Title").set_value("Diallo in Dakar").run()
    field(page, "Outlet").set_value("New Courier").run()
    field(page, "Publication date").set_value("8 May 2019").run()
    assert captions(page) == ["as you wrote it"] * 3
    click(page, "Keep")
    store = Store.open(store_url)
    [row] = [row for row in store.articles() if row.outlet == "New Courier"]
    store.close()
    assert (row.title, row.published, row.basis) == ("Diallo in Dakar", date(2019, 5, 8), "given")


def test_add_text_metadata_of_a_page_is_shown_with_how_it_is_known(page: AppTest) -> None:
    upload(page, ("floods.html", HTML.encode()))
    assert [field(page, label).value for label in ("Title", "Outlet", "Publication date")] == [
        "Floods in Osijek",
        "The Drava Times",
        "9 May 2022",
    ]
    assert captions(page) == ["from the file"] * 3
    assert "floods.html" in [text.value for text in page.text]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("yesterday", "depends on today"), ("8 May 2190", "after the day"), ("September 2019", "single day")],
)
def test_add_text_a_date_that_is_none_stays_in_its_field_and_keeps_the_text_back(
    page: AppTest, store_url: str, typed: str, said: str
) -> None:
    before = kept(store_url)
    read(page, STORY)
    field(page, "Publication date").set_value(typed).run()
    assert said in page.error[0].value
    assert field(page, "Publication date").value == typed
    click(page, "Keep")
    assert kept(store_url) == before
    field(page, "Publication date").set_value("").run()
    assert not page.error
    click(page, "Keep")
    assert len(kept(store_url)) == len(before) + 1


def test_add_text_near_duplicates_are_shown_with_their_share(page: AppTest) -> None:
    long = f"{STORY} She met the mayor of Dakar and spoke with fishers at the old port about their catch."
    read(page, long, title="First")
    click(page, "Keep")
    upload(page, ("a.txt", f"{long} It rained.".encode()), ("b.txt", f"{long} It rained. It snowed.".encode()))
    badges = [text.value for text in page.markdown if "orange-badge" in text.value]
    assert badges[0] == ":orange-badge[This holds 100% of]"
    assert len(badges) == 3
    assert "First" in {link.label for link in page.page_link}
    assert "a.txt" not in badges
    page.button(key="discard-all").click().run()
    upload(page, ("part.txt", f"{STORY} She met the mayor of Dakar and spoke with fishers.".encode()))
    assert [text.value for text in page.markdown if "badge" in text.value] == [":orange-badge[100% of this stands in]"]


def test_add_text_links_to_what_was_kept_are_told_apart(page: AppTest) -> None:
    days = "".join(f'Diallo in Dakar,Sahel News,"{STORY} It was day {day}.",{day} May 2019\n' for day in (7, 8, 8))
    upload(page, ("week.csv", f"title,outlet,text,date\n{days}Storm,Sahel News,The ferry left Split.,\n".encode()))
    click(page, "Keep all")
    labels = [link.label for link in page.page_link if "Sahel" in link.label or link.label == "Storm"]
    assert labels == [
        "Diallo in Dakar, Sahel News, 7 May 2019, week.csv",
        "Diallo in Dakar, Sahel News, 8 May 2019, week.csv",
        "Storm",
    ]


def test_add_text_copies_can_be_left_out_at_once(page: AppTest, store_url: str) -> None:
    upload(page, ("a.txt", STORY.encode()), ("b.txt", f"{STORY}!".encode()), ("c.txt", STORY.encode()))
    assert "holds the same text as a" in page.info[0].value
    click(page, "Keep the 1 that are no copies")
    assert "Kept 1 text" in page.success[0].value
    assert len(kept(store_url)) == 3


def test_add_text_what_lacked_time_can_be_tried_again(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    read(page, "Warm up.")
    with monkeypatch.context() as hurried:
        hurried.setattr(extraction, "SECONDS", 0)
        read(page, STORY, title="Slow")
    assert "longer than 0 seconds" in page.error[0].value
    page.button(key="again-0").click().run()
    assert not page.error
    assert field(page, "Title").value == "Slow"


def test_add_text_a_stopped_batch_can_go_on_or_be_left(page: AppTest) -> None:
    page.session_state["add-files-waiting"] = [File("a.txt", STORY.encode()), File("b.txt", b"Ships left Split.")]
    page.session_state["add-stopped"] = True
    page.run()
    assert "2 files and 0 texts wait" in page.text[0].value
    click(page, "Go on")
    assert "Found in 2 texts" in [each.value for each in page.header]


TABLE = b"kopf,inhalt,tag\nStrike,Dock workers in Gdansk went on strike on Monday.,12 Sept 2023\n"


def test_add_text_columns_are_guessed_shown_and_changeable(page: AppTest) -> None:
    page.file_uploader[0].set_value([("day.csv", TABLE, "text/csv")]).run()
    chosen = {box.label: box.value for box in page.selectbox if str(box.key).startswith("add-column")}
    assert chosen == {
        "Text": "inhalt", "Title": "", "Outlet": "", "Publication date": "tag", "Address": "", "Id": "",
    }  # fmt: skip
    next(box for box in page.selectbox if box.label == "Title").set_value("kopf").run()
    click(page, "Read the files")
    assert (field(page, "Title").value, field(page, "Publication date").value) == ("Strike", "12 September 2023")


def test_add_text_a_table_without_a_column_of_texts_keeps_the_form(page: AppTest) -> None:
    page.file_uploader[0].set_value([("day.csv", TABLE, "text/csv")]).run()
    next(box for box in page.selectbox if box.label == "Text").set_value("").run()
    click(page, "Read the files")
    assert "No column is chosen" in page.error[0].value
    assert [file.name for file in page.file_uploader[0].value] == ["day.csv"]


def test_add_text_a_date_for_all_files_is_checked_before_they_are_read(page: AppTest) -> None:
    page.file_uploader[0].set_value([("a.txt", STORY.encode(), "text/plain")]).run()
    page.text_input(key="add-published-files").set_value("last week").run()
    click(page, "Read the files")
    assert "depends on today" in page.error[0].value
    assert page.text_input(key="add-published-files").value == "last week"
    assert len(page.file_uploader[0].value) == 1


def test_add_text_many_refusals_are_listed(page: AppTest) -> None:
    upload(page, ("many.jsonl", b'{"text": ""}\n' * 14))
    assert len(page.error) == 10
    assert "4 more inputs could not be read" in [panel.label for panel in page.expander]


def test_add_text_shows_markup_as_text(page: AppTest) -> None:
    read(page, "<script>alert(1)</script> Amara Diallo visited Lima.", title="![x](http://example.org/x.png) <b>T</b>")
    heading = page.subheader[-1].value
    assert "![" not in heading
    assert "\\<b\\>" in heading


def test_intake_a_bad_line_costs_no_other() -> None:
    lines = b'{"text": "Nurses marched in Lagos."}\n[]\n{"text": ""}\n{"text": "Ships left Split."}'
    articles, problems = from_file(File("day.jsonl", lines, TypedMetadata(outlet="Wire")), TODAY)
    assert [article.text for article in articles] == ["Nurses marched in Lagos.", "Ships left Split."]
    assert {article.outlet for article in articles} == {"Wire"}
    assert [problem.name for problem in problems] == ["day.jsonl, line 2", "day.jsonl, line 3"]


def test_intake_columns_are_those_that_were_chosen() -> None:
    table = b"words,day,when\nShips left Split.,Monday,3 May 2019\nNurses marched.,Friday,yesterday\n"
    columns = {"text": "words", "title": "day", "published": "when"}
    articles, problems = from_file(File("day.csv", table, columns=columns), TODAY)
    assert [(each.title, each.published) for each in articles] == [("Monday", date(2019, 5, 3))]
    assert [problem.name for problem in problems] == ["day.csv, row 2"]


def test_intake_takes_a_given_date() -> None:
    [article], _ = from_paste(STORY, TypedMetadata(published=" 2019-05-07 "), TODAY)
    assert (article.published, article.published_basis) == (date(2019, 5, 7), "given")
