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


LONG = f"<p>{STORY}</p>" * 3


@pytest.mark.parametrize(
    "clutter",
    [
        pytest.param("<div class='cookie-notice'><p>We use cookies. Accept them to go on.</p></div>", id="cookies"),
        pytest.param("<div id='shareTools'>Share Tweet Email</div>", id="sharing"),
        pytest.param("<div class='c-newsletter'><p>Get it each morning.</p></div>", id="newsletter"),
        pytest.param("<p><strong>READ MORE:</strong> <a href='/x'>Storm sinks trawler</a></p>", id="read more"),
        pytest.param("<p>Sign up to our weekly letter here.</p>", id="sign up"),
        pytest.param("<div class='Paywall'><p>Subscribers read on for a dollar.</p></div>", id="paywall"),
        pytest.param("<p>This story is for subscribers only. Log in.</p>", id="paywall by its words"),
        pytest.param(
            "<h3>Related stories</h3><ul><li>Storm sinks trawler, says navy</li></ul>", id="related by its heading"
        ),
        pytest.param(
            "<section id='comments'><p>" + "I saw the storm sink a trawler. " * 30 + "</p></section>", id="comments"
        ),
        pytest.param("<p style='display : none'>Storm sinks trawler.</p>", id="not displayed"),
        pytest.param("<span class='sr-only'>Storm sinks trawler.</span>", id="for screen readers"),
        pytest.param("<p>© 2024 The Gazette. All rights reserved.</p>", id="copyright"),
    ],
)
def test_web_leaves_out_what_is_no_part_of_the_article(clutter: str) -> None:
    page = f"<body><article><h1>Ferry</h1>{LONG}{clutter}</article></body>"
    assert web.read(page.encode(), None).text == "\n\n".join(["Ferry", *[STORY.strip()] * 3])


@pytest.mark.parametrize(
    ("shape", "kept"),
    [
        pytest.param("<p>{}</p>", "Facebook said on Monday that it would pay.", id="a company"),
        pytest.param("<p>{}</p>", "“Read more books,” the captain told the boys of Visby.", id="quotation"),
        pytest.param(
            "<section class='social'><h1>Ferry</h1><p>{}</p></section>", "The minister left.", id="name that misleads"
        ),
        pytest.param("<figcaption>{}</figcaption>", "Britta Lund waves to the crowd on Monday.", id="caption"),
        pytest.param("<ul><li>{}</li></ul>", "The ferry sank twice.", id="list"),
    ],
)
def test_web_keeps_what_only_looks_like_it(shape: str, kept: str) -> None:
    page = f"<body><article>{LONG}<div>{shape.format(kept)}</div></article></body>"
    assert web.read(page.encode(), None).text.endswith(kept)


def test_web_finds_the_lead_outside_the_article() -> None:
    page = f"<header><h1>Ferry</h1><p class='standfirst'>It is back.</p></header><article>{LONG}</article>"
    assert web.read(page.encode(), None).text.startswith("Ferry\n\nIt is back.\n\nThe ferry")


def test_web_reads_all_entries_of_a_live_blog_with_their_days() -> None:
    entry = "<article><time datetime='{0}T{1}'>{1}</time><p>{2}</p></article>"
    page = entry.format("2024-05-07", "00:10", STORY) + entry.format("2024-05-06", "23:50", STORY)
    text = web.read(f"<main><div>{page}</div></main>".encode(), None).text
    assert text.split("\n\n") == ["7 May 2024, 00:10", STORY.strip(), "6 May 2024, 23:50", STORY.strip()]


def test_web_reads_tables_row_by_row() -> None:
    table = "<table><tr><th>Port<th>Boats</tr><tr><td>Visby<td>12</tr></table>"
    assert "Port – Boats\n\nVisby – 12" in web.read(f"<article>{LONG}{table}</article>".encode(), None).text


@pytest.mark.parametrize(
    ("page", "published"),
    [
        pytest.param('<meta name="sailthru.date" content="May 6, 2024">', date(2024, 5, 6), id="any name and form"),
        pytest.param('<meta name="article_date_original" content="May 6, 2024">', date(2024, 5, 6), id="original date"),
        pytest.param("<div class='byline'>By Bo Ek | May 6, 2024</div>", date(2024, 5, 6), id="by-line"),
        pytest.param('<meta name="last-modified" content="2024-05-07">', None, id="changed"),
        pytest.param('<html lang="en-GB"><meta name="date" content="06/05/2024">', date(2024, 5, 6), id="day first"),
        pytest.param('<html lang="en-US"><meta name="date" content="05/06/2024">', date(2024, 5, 6), id="month first"),
        pytest.param(
            '<script type="application/ld+json">/*<![CDATA[*/{"@type":"NewsArticle",\n'
            '"datePublished":"2024-05-06",}/*]]>*/</script>',
            date(2024, 5, 6),
            id="broken JSON-LD",
        ),
        pytest.param(
            '<script type="application/ld+json">'
            '{"mainEntity":{"@type":"Report","datePublished":"2024-05-06"}}</script>',
            date(2024, 5, 6),
            id="JSON-LD within the page's own",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-07T03:10:00Z">'
            '<script type="application/ld+json">'
            '{"@type":"Article","datePublished":"2024-05-06T23:10:00-04:00"}</script>',
            date(2024, 5, 6),
            id="the zone of the place",
        ),
        pytest.param(
            "<h1>Ferry</h1><div class='byline'><span class='date'>Mon 6 May 2024</span></div>",
            date(2024, 5, 6),
            id="shown",
        ),
        pytest.param("<p>Updated 7 May 2024</p>", None, id="shown change"),
        pytest.param(
            "<h1>Ferry</h1><p>Monday, 6 May, 2024, 09:14 GMT 10:14 UK</p>", date(2024, 5, 6), id="day and time alone"
        ),
        pytest.param("<p>Monday, 6 May 2024</p>", None, id="the day on which a page was looked at"),
        pytest.param("<p>Sailings on 6 May 2024 at 10:30</p>", None, id="words with a day and a time"),
        pytest.param(
            '<meta http-equiv="Content-Language" content="en-GB"><meta name="date" content="06/05/2024">',
            date(2024, 5, 6),
            id="day first, by the language of the content",
        ),
        pytest.param(
            "<p>Published: 6 May 2024 | Updated: 7 May 2024</p>", date(2024, 5, 6), id="shown with its change"
        ),
    ],
)
def test_web_finds_the_day_wherever_it_stands(page: str, published: date | None) -> None:
    assert web.read(f"{page}{LONG}".encode(), None).published == published


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        pytest.param("fr", "Le ferry de Calais a pris du retard à cause de la tempête.", "fr", id="short, as stated"),
        pytest.param(
            "sv", "Färjan från Visby ställdes in på grund av hårt väder.", "sv", id="with a word that is English too"
        ),
        pytest.param("fr-FR", "The ferry was late.", "en", id="short, otherwise than stated"),
        pytest.param("en", "Le ferry de Calais.", "en", id="short and doubtful"),
    ],
)
def test_web_takes_a_short_text_for_what_the_page_states(stated: str, text: str, language: str) -> None:
    assert web.read(f"<html lang={stated}><p>{text}</p>".encode(), None).language == language


def test_web_repairs_what_was_encoded_twice() -> None:
    broken = "Zoë’s “café” in Malmö".encode().decode("cp1252", "ignore")
    assert web.read(f"<meta charset=utf-8><p>{broken}</p>".encode(), None).text == "Zoë’s “café” in Malmö"


def test_web_drops_what_nobody_sees_in_words() -> None:
    assert (
        web.read("<p>Got&shy;land and Fårö&nbsp;AB\u200b ﬁled.</p>".encode(), None).text == "Gotland and Fårö AB filed."
    )


DUG = "Rescuers dug for hours."
OLD = f"<table><tr><td><a href=a>Front</a></td><td>{{line}}<p>{DUG} {DUG} {DUG}</td></table>"


@pytest.mark.parametrize(
    ("window", "line", "title"),
    [
        pytest.param(
            "THE FJORD TIMES - Local", "<font size=4>Slide shuts road</font>", "Slide shuts road", id="of the site"
        ),
        pytest.param("Print: Slide shuts road", "<b>Slide shuts road</b>", "Slide shuts road", id="of a print view"),
        pytest.param("Road shut by slide", "<b>Slide shuts road</b>", "Road shut by slide", id="otherwise worded"),
        pytest.param("Road shut", "<i>By Ane Vik, Staff</i>", "Road shut", id="above a by-line"),
    ],
)
def test_web_title_of_a_page_without_headings(window: str, line: str, title: str) -> None:
    page = f"<title>{window}</title>{OLD.format(line=line)}"
    assert web.read(page.encode(), None).title == title


@pytest.mark.parametrize(
    ("page", "day"),
    [
        pytest.param(
            f"<h2>Slide shuts road</h2><p><i>3 May 2016</i><p>{DUG}", date(2016, 5, 3), id="below the headline"
        ),
        pytest.param(f"<p>Tuesday, 3 May 2016<h2>Slide shuts road</h2><p>{DUG}", None, id="above it"),
        pytest.param(f"<h2>Slide shuts road</h2><p>{DUG}<p>3 May 2016", None, id="below the text"),
    ],
)
def test_web_a_line_that_is_a_day_dates_the_headline_above_it(page: str, day: date | None) -> None:
    article = web.read(f"{page}<p>Find this article at: x.example<p>[Close window]".encode(), None)
    assert article.published == day
    assert "Find" not in article.text
    assert "Close" not in article.text
