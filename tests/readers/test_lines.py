from __future__ import annotations

from datetime import date

from pipeline.domain import Article, article_id
from pipeline.errors import ArticleError
from pipeline.readers import lines


def test_lines_goes_on_after_a_bad_line() -> None:
    given = [
        b'\xef\xbb\xbf{"id": "one", "text": "A.", "other": 1}',
        b"",
        b"42",
        b'{"id": 7, "text": ""}',
        b'{"id": 8, "text": "B.", "published": "2024-05-01", "outlet": "Gazette", "url": "https://gazette.example/b"}',
    ]
    first, no_object, blank, last = lines.read(given, None)
    assert isinstance(first, Article)
    assert first.id == "one"
    assert isinstance(no_object, ArticleError)
    assert no_object.article == "line 3"
    assert isinstance(blank, ArticleError)
    assert blank.article == "7"
    assert last == Article(
        id="8",
        text="B.",
        published=date(2024, 5, 1),
        published_basis="given",
        outlet="Gazette",
        url="https://gazette.example/b",
    )


def test_lines_without_an_id_go_by_their_text() -> None:
    (article,) = lines.read([b'{"text": "A."}'], None)
    assert isinstance(article, Article)
    assert article.id == article_id("A.")


def test_lines_may_say_when_they_were_received() -> None:
    given = [b'{"text": "A.", "received": "2024-05-01", "published": "2024-05-02"}']
    (error,) = lines.read(given, date(2024, 6, 1))
    assert "2024-05-02 lies after" in str(error)


def test_lines_are_read_one_by_one() -> None:
    endless = (b'{"text": "A."}' for _ in iter(int, 1))
    assert isinstance(next(lines.read(endless, None)), Article)
