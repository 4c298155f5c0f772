from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.add_text.intake import Given, from_files, from_paste
from pages.shared import navigation
from pipeline.store import Store

STORY = "Foreign Minister Amara Diallo flew from Bamako to Dakar on 6 May 2019, her office said."
TODAY = date(2024, 1, 1)


class Upload:
    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    def getvalue(self) -> bytes:
        return self.data


@pytest.fixture
def page(app: AppTest) -> AppTest:
    app.run()
    return app.switch_page(str(navigation.script("add_text"))).run()


def kept(url: str) -> list[str | None]:
    store = Store.open(url)
    titles = [article.title for article in store.articles()]
    store.close()
    return titles


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
    [field] = [each for each in page.date_input if each.label == "Publication date"]
    field.set_value(date(2019, 5, 7)).run()
    next(button for button in page.button if button.label == "Set date").click().run()
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


@pytest.mark.parametrize(
    ("text", "published", "said"),
    [
        pytest.param("  \n ", "", "There is no text", id="blank"),
        pytest.param(STORY, "last Tuesday", "last Tuesday", id="no date"),
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


def test_add_text_shows_markup_as_text(page: AppTest) -> None:
    read(page, "<script>alert(1)</script> Amara Diallo visited Lima.", title="![x](http://example.org/x.png) <b>T</b>")
    heading = page.subheader[-1].value
    assert "![" not in heading
    assert "\\<b\\>" in heading


def test_intake_a_bad_line_costs_no_other() -> None:
    lines = b'{"text": "Nurses marched in Lagos."}\n[]\n{"text": ""}\n{"text": "Ships left Split."}'
    articles, problems = from_files([Upload("day.jsonl", lines)], Given(outlet="Wire"), TODAY)
    assert [article.text for article in articles] == ["Nurses marched in Lagos.", "Ships left Split."]
    assert {article.outlet for article in articles} == {"Wire"}
    assert [problem.name for problem in problems] == ["day.jsonl, line 2", "day.jsonl, line 3"]


def test_intake_a_title_goes_to_a_single_file_only() -> None:
    one = [Upload("a.txt", STORY.encode())]
    assert from_files(one, Given(title="Mine"), TODAY)[0][0].title == "Mine"
    two = [*one, Upload("b.txt", b"Ships left Split.")]
    assert "Mine" not in {article.title for article in from_files(two, Given(title="Mine"), TODAY)[0]}


def test_intake_takes_a_given_date() -> None:
    [article], _ = from_paste(STORY, Given(published=" 2019-05-07 "), TODAY)
    assert (article.published, article.published_basis) == (date(2019, 5, 7), "given")
