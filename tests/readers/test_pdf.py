from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from pipeline.readers import pdf
from pipeline.readers.pdf_pages import read_pages
from tests.readers import files


def test_pdf_gives_paragraphs_without_running_heads() -> None:
    pages = [
        [
            "The Gazette",
            "Bridge reopens",
            "The bridge over the river was opened again on Mon-",
            "day, after a year.",
            "1",
        ],
        [
            "The Gazette",
            "Engineers from Lyon had worked on it since the flood",
            "of last year, and a young assistant",
            "2",
        ],
        ["The Gazette", "minister from Paris came to thank them for all of it.", "3"],
    ]
    article = pdf.read(files.pdf(pages), None)
    assert article.text == (
        "Bridge reopens\n\nThe bridge over the river was opened again on Monday, after a year.\n\n"
        "Engineers from Lyon had worked on it since the flood of last year, and a young assistant minister from "
        "Paris came to thank them for all of it."
    )


def test_pdf_reads_no_more_text_than_an_article_may_have() -> None:
    found = read_pages(files.pdf([["Enough words."], ["More words."]]), page_limit=9, text_limit=8)
    assert found.pages == ["Enough words."]


LEFT = ["The harbour of Tartu was shut on", "Monday after a storm, said the cap-", "tain of the port."]
RIGHT = ["In Riga the prime minister met his", "colleagues from Estonia, and they", "agreed on a patrol of the coast."]
COLUMNS = (
    "The harbour of Tartu was shut on Monday after a storm, said the captain of the port.\n\n"
    "In Riga the prime minister met his colleagues from Estonia, and they agreed on a patrol of the coast."
)


def column(left: float, top: float, lines: Sequence[str], size: float = 10) -> list[tuple[float, float, float, str]]:
    return [(left, top - 13 * number, size, text) for number, text in enumerate(lines)]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param([*column(50, 700, LEFT), *column(300, 700, RIGHT)], id="one by one"),
        pytest.param([*column(300, 700, RIGHT), *column(50, 700, LEFT)], id="the right one first"),
        pytest.param(
            [word for pair in zip(column(50, 700, LEFT), column(300, 700, RIGHT), strict=True) for word in pair],
            id="row by row",
        ),
        pytest.param([*column(50, 700, LEFT), *column(300, 694, RIGHT)], id="lines at other heights"),
    ],
)
def test_pdf_reads_columns_one_after_the_other(drawn: list[tuple[float, float, float, str]]) -> None:
    assert pdf.read(files.placed([drawn]), None).text == COLUMNS


def test_pdf_knows_columns_by_the_size_in_which_letters_are_drawn() -> None:
    """As browsers print: in units of three quarters of a point, with a letter's width between columns."""
    widest, gutter = 157, 10.5
    drawn = [*column(60, 900, LEFT), *column(60 + widest + gutter, 900, RIGHT)]
    assert pdf.read(files.placed([drawn], 0.75), None).text == COLUMNS


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("Tartu Post | 5 March 2019", date(2019, 3, 5), id="behind the outlet"),
        pytest.param("Published on March 5, 2019", date(2019, 3, 5), id="said to be that"),
        pytest.param("5 March 2019: a day of storms", None, id="part of a heading"),
        pytest.param("The storm of 5 March 2019", None, id="of something else"),
    ],
)
def test_pdf_takes_the_day_that_stands_below_the_headline(line: str, day: date | None) -> None:
    page = [(50, 760, 22, "Storm closes Tartu"), (50, 735, 10, line), *column(50, 700, LEFT)]
    assert pdf.read(files.placed([page]), None).published == day


def test_pdf_takes_the_largest_line_for_the_title() -> None:
    page = [(50, 760, 22, "Storm closes Tartu"), *column(50, 700, LEFT), *column(300, 700, RIGHT)]
    article = pdf.read(files.placed([page]), None)
    assert article.title == "Storm closes Tartu"
    assert article.text == f"Storm closes Tartu\n\n{COLUMNS}"


def test_pdf_reads_tables_row_by_row() -> None:
    rows = [("Date", "Event"), ("3 May 2020", "Norway expelled the envoy."), ("9 May 2020", "Italy protested.")]
    drawn = [
        (left, 700 - 14 * n, 10, cell) for n, row in enumerate(rows) for left, cell in zip((50, 200), row, strict=True)
    ]
    assert "3 May 2020 – Norway expelled the envoy." in pdf.read(files.placed([drawn]), None).text


def test_pdf_knows_a_paragraph_by_its_indent() -> None:
    drawn = [
        *column(50, 700, ["The dispute began in May, when Norway accused the envoy of spying for his own country,"]),
        *column(62, 687, ["Italy protested against the step of its neighbour in a sharp note that it sent to Oslo,"]),
        *column(50, 674, ["and it asked for an apology that did not come."]),
    ]
    assert pdf.read(files.placed([drawn]), None).text.count("\n\n") == 1


def test_pdf_takes_the_day_of_its_running_head_and_leaves_the_head_out() -> None:
    pages = [
        [
            (50, 815, 9, "Baltic Gazette"),
            (300, 815, 9, "12 March 2021"),
            (500, 815, 9, str(number)),
            *column(50, 700, text),
        ]
        for number, text in enumerate((LEFT, RIGHT), start=1)
    ]
    article = pdf.read(files.placed(pages), date(2022, 1, 1))
    assert (article.published, article.published_basis) == (date(2021, 3, 12), "metadata")
    assert "Gazette" not in article.text


def test_pdf_that_a_browser_printed_has_an_address_and_no_day() -> None:
    print_head = [(30, 820, 8, "12/11/2023, 09:14"), (30, 20, 8, "https://harbour.example/storm"), (550, 20, 8, "1/1")]
    article = pdf.read(files.placed([[*print_head, *column(50, 700, LEFT)]]), None)
    assert (article.url, article.published) == ("https://harbour.example/storm", None)
    assert article.text == COLUMNS.partition("\n\n")[0]
