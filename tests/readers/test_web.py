from __future__ import annotations

from datetime import date

import pytest

from pipeline.readers import web

STORY = "The ferry to Gotland ran again on Monday, said its captain, Britta Lund, who had waited for it since May. "
PAGE = f"""<!doctype html><html><head>
<title>Ferry runs again | The Gazette</title>
<meta property="og:title" content="Ferry runs &amp; runs"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2024-05-06T23:10:00+02:00">
<link rel="canonical" href="https://gazette.example/ferry">
<script>document.write("<p>tracked</p>")</script><style>p {{ color: red }}</style>
</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Ferry runs again</h1>
<p>{STORY}<a href="/lund">Lund</a> is <b>67</b>.</p>
<p hidden>Subscribers only.</p>
<figure><img src="http://elsewhere.example/ferry.jpg"><figcaption>A ferry</figcaption></figure>
<blockquote>“It is <em>late</em>,<br>but it is here.”</blockquote>
<ul><li><a href="/other">Read also: trains</a></li><li>Fares: 20 euros</li></ul>
<p>{STORY}</p></article>
<aside><p>{STORY} Most read.</p></aside><footer><p>All rights reserved.</p></footer>
</body></html>"""


def test_web_gives_the_article_and_nothing_else() -> None:
    article = web.read(PAGE.encode(), None)
    assert article.text == "\n\n".join(
        [
            "Ferry runs again",
            f"{STORY}Lund is 67.",
            "“It is late,\nbut it is here.”",
            "Fares: 20 euros",
            STORY.strip(),
        ]
    )


def test_web_takes_the_metadata_of_the_page() -> None:
    article = web.read(PAGE.encode(), date(2024, 6, 1))
    assert article.title == "Ferry runs & runs"
    assert article.outlet == "The Gazette"
    assert article.url == "https://gazette.example/ferry"
    assert (article.published, article.published_basis) == (date(2024, 5, 6), "metadata")


def test_web_leaves_out_a_day_on_which_the_page_cannot_have_appeared() -> None:
    article = web.read(PAGE.encode(), date(2024, 5, 1))
    assert (article.published, article.published_basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param('<meta itemprop="datePublished" content="2024-05-06">', date(2024, 5, 6), id="itemprop"),
        pytest.param('<meta name="DC.Date" content="2024-05-06">', date(2024, 5, 6), id="Dublin Core"),
        pytest.param('<time datetime="2024-05-06T08:00">6 May</time>', None, id="time outside the article"),
        pytest.param('<article><time datetime="2024-05-06">6 May</time></article>', date(2024, 5, 6), id="time"),
        pytest.param('<meta name="date" content="last Monday">', None, id="no date"),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "1999-01-01"}, '
            '{"@type": ["NewsArticle"], "datePublished": "2024-05-06T10:00:00Z"}]}</script>',
            date(2024, 5, 6),
            id="JSON-LD graph",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle",</script>', None, id="JSON-LD cut short"
        ),
        pytest.param(f'<script type="application/ld+json">{"[" * 9999}</script>', None, id="JSON-LD nested deep"),
        pytest.param('<script type="application/ld+json">[1, "a", {"@type": 3}]</script>', None, id="other JSON-LD"),
        pytest.param('<meta property="og:updated_time" content="2024-05-06">', None, id="a change is no publication"),
    ],
)
def test_web_publication_day(head: str, published: date | None) -> None:
    assert web.read(f"{head}<p>{STORY}</p>".encode(), None).published == published


def test_web_json_ld_names_title_and_outlet() -> None:
    story = '{"@type": "NewsArticle", "headline": "Ferry\\n runs", "publisher": {"name": "Herald"}}'
    article = web.read(f'<script type="application/ld+json">{story}</script><p>{STORY}</p>'.encode(), None)
    assert (article.title, article.outlet) == ("Ferry runs", "Herald")


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        pytest.param(f"<main><p>{STORY * 3}</p></main><p>Contact us</p>", 1, id="main"),
        pytest.param(
            f"<article><p>Teaser.</p></article><div>{f'<p>{STORY}</p>' * 4}</div>", 4, id="teasers marked as articles"
        ),
        pytest.param(f"<div><p>Imprint</p></div><div><div>{f'<p>{STORY}</p>' * 3}</div></div>", 3, id="no mark at all"),
        pytest.param(f"<td>{STORY}<br><br>{STORY}", 1, id="no paragraph at all"),
    ],
)
def test_web_finds_the_main_part(body: str, kept: int) -> None:
    article = web.read(f"<html><body>{body}</body></html>".encode(), None)
    assert len(article.text.split("\n\n")) == kept
    assert set(article.text.split()) == set(STORY.split())


@pytest.mark.parametrize(
    "page",
    [
        pytest.param('<meta charset="windows-1252"><p>Zoë’s café.</p>'.encode("cp1252"), id="as it says"),
        pytest.param('<meta charset="ascii"><p>Zoë’s café.</p>'.encode(), id="other than it says"),
        pytest.param('<meta charset="klingon"><p>Zoë’s café.</p>'.encode(), id="unknown"),
        pytest.param("<p>Zoë’s café.</p>".encode("utf-16"), id="marked by its first bytes"),
    ],
)
def test_web_reads_the_encoding(page: bytes) -> None:
    assert web.read(page, None).text == "Zoë’s café."


def test_web_keeps_code_that_is_shown_as_text() -> None:
    assert web.read(b"<p>&lt;img src=x onerror=alert(1)&gt;</p>", None).text == "<img src=x onerror=alert(1)>"
