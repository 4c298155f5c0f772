"""Pages of the benchmark of readers: six stories of our own in ten shapes that real outlets have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

MENU = "<a href='/'>Home</a> <a href='/world'>World</a> <a href='/sport'>Sport</a>"
OTHERS = (
    "<li><a href='/1'>Trawler sinks off Skagen with four aboard</a></li><li><a href='/2'>Oslo votes on toll</a></li>"
)


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells, and when it was published."""

    title: str
    lead: str
    paragraphs: tuple[str, ...]
    published: date
    author: str

    @property
    def body(self) -> str:
        return "".join(f"<p>{text}</p>" for text in self.paragraphs)

    @property
    def text(self) -> str:
        return " ".join((self.title, self.lead, *self.paragraphs))


STORIES = (
    Story(
        "Ferry to Gotland sails again",
        "The captain had waited for five months.",
        (
            "The ferry to Gotland sailed again on Monday, said its captain, Britta Lund, who had waited for it since May.",
            "It had been in dock in Tallinn, where its engines were changed after a fire in which nobody was hurt.",
            "The regional council of Visby will meet on Thursday to discuss who pays for the months without a ship.",
        ),
        date(2017, 10, 9),
        "Nils Holm",
    ),
    Story(
        "Bolivia and Paraguay open a bridge",
        "Two presidents met in the middle of the river.",
        (
            "The presidents of Bolivia and Paraguay opened a bridge over the Pilcomayo on Saturday, before some 4,000 guests.",
            "“We have waited for this since our grandfathers fought here,” said Luis Ayala, who farms on the southern bank.",
            "Lorries may cross from January. Until then the customs house, which burned in March, has to be built again.",
        ),
        date(2019, 11, 23),
        "Carmen Rivas",
    ),
    Story(
        "Court frees editor in Lusaka",
        "He had spent 41 days in prison.",
        (
            "A court in Lusaka freed the editor of a weekly on Wednesday, 41 days after he was charged with sedition.",
            "Judge Mary Phiri ruled that the state had shown no evidence but the paper itself, which anybody could buy.",
            "The prosecutor said that he would appeal. About two hundred people sang outside the court until the evening.",
        ),
        date(2016, 8, 3),
        "Joseph Banda",
    ),
    Story(
        "Quake damages villages near Bam",
        "Rescuers reached the last of them at night.",
        (
            "An earthquake of magnitude 5.4 damaged eleven villages near the Iranian city of Bam on Friday, officials said.",
            "Nine people were treated for broken bones. Helicopters brought tents, blankets and water to the worst hit places.",
            "The governor of Kerman, Reza Farahani, told state radio that all roads but one would be open by Sunday noon.",
        ),
        date(2021, 2, 19),
        "Leila Amiri",
    ),
    Story(
        "Steel maker cuts a third of its jobs",
        "The unions were told an hour before.",
        (
            "The Polish steel maker Huta Wschodnia will cut 1,100 of its 3,300 jobs, it told the stock exchange on Tuesday.",
            "Its chief executive, Adam Zielinski, blamed the price of power, which has doubled within a year, and cheap imports.",
            "The unions called a strike for the first week of June. The minister of industry offered to speak with both sides.",
        ),
        date(2022, 5, 17),
        "Ewa Nowak",
    ),
    Story(
        "Minister flies to Hanoi for talks",
        "Fishing rights come first on the list.",
        (
            "The foreign minister of Indonesia flew to Hanoi on Sunday for two days of talks about fishing in the South China Sea.",
            "Vietnam seized three Indonesian boats in July and let them go a week later, after their owners had paid fines.",
            "A joint commission, agreed in 2018, has never met. Both sides say that it should do so before the end of the year.",
        ),
        date(2020, 9, 6),
        "Dewi Santoso",
    ),
)


def wire(story: Story) -> str:
    return (
        f"<html><head><title>{story.title}</title><meta name='pubdate' content='{story.published:%a, %d %b %Y} 08:10:00 GMT'></head>"
        f"<body><div id=nav>{MENU}</div><h1>{story.title}</h1><p class=lead>{story.lead}</p><div id=story>{story.body}</div>"
        "<p>Copyright © The Wire. All rights reserved.</p></body></html>"
    )


def blog(story: Story) -> str:
    return (
        f"<html><head><title>{story.title} | Harbour Notes</title></head><body class='single has-sidebar'><header><nav>{MENU}</nav></header>"
        f"<main><article class='post category-social'><h1 class='entry-title'>{story.title}</h1><div class='entry-meta'>Posted on "
        f"<time class='entry-date published' datetime='{story.published}T21:40:00+02:00'>{story.published:%d %B %Y}</time></div>"
        f"<div class='entry-content'><p>{story.lead}</p>{story.body}<div class='sharedaddy'><h3>Share this:</h3>Click to tweet</div></div></article>"
        "<section id='comments'><h2>3 thoughts</h2><p>I was there and saw it all with my own eyes, great piece, thank you.</p></section></main>"
        f"<aside class='widget-area'><h2>Recent posts</h2><ul>{OTHERS}</ul></aside></body></html>"
    )


def tabloid(story: Story) -> str:
    first, *rest = story.paragraphs
    more = "<p><strong>READ MORE: <a href='/9'>Star weds in secret on the beach</a></strong></p>"
    return (
        f"<html><head><title>{story.title}</title><meta property='og:title' content='{story.title}'>"
        f"<meta property='article:published_time' content='{story.published}T06:00:00Z'>"
        f"<meta property='article:modified_time' content='2023-01-01T06:00:00Z'></head><body><div class='cookie-banner'><p>We use cookies to "
        f"improve your visit.</p></div><article><h1>{story.title}</h1><h2 class='standfirst'>{story.lead}</h2><div class='article-body'><p>{first}</p>"
        f"{more}{''.join(f'<p>{text}</p>' for text in rest)}<div class='newsletter-signup'><p>Get our letter each day at six.</p></div></div>"
        f"<h3>Most read</h3><ul>{OTHERS}</ul></article></body></html>"
    )


def tables_of_2003(story: Story) -> str:
    body = "<br><br>".join(story.paragraphs)
    return (
        f"<html><head><title>{story.title}</title></head><body><table width=760><tr><td width=140><font size=1>{MENU.replace('</a>', '</a><br>')}"
        f"</font></td><td><font size=1>{story.published:%B %d, %Y}</font><h1>{story.title}</h1><b>{story.lead}</b><p><font size=2>{body}</font></p></td>"
        "</tr></table><center><font size=1>Printer friendly version</font></center></body></html>"
    ).replace("<font size=1>" + f"{story.published:%B %d, %Y}", f"<font size=1 class=date>{story.published:%B %d, %Y}")


def amp(story: Story) -> str:
    return (
        f'<html amp><head><title>{story.title}</title><script type=\'application/ld+json\'>{{"@type":"NewsArticle","headline":"{story.title}",'
        f'"datePublished":"{story.published}T23:30:00-03:00",}}</script></head><body><amp-sidebar>{MENU}</amp-sidebar><main><h1>{story.title}</h1>'
        f"<p>{story.lead}</p>{story.body}<amp-ad><p>Advertisement</p></amp-ad><div class='related-articles'><p>Trawler sinks off Skagen.</p></div></main></body></html>"
    )


def live_blog(story: Story) -> str:
    entries = "".join(
        f"<div class='entry'><time datetime='{story.published}T1{number}:05'>1{number}.05</time><p>{text}</p></div>"
        for number, text in enumerate(story.paragraphs)
    )
    return (
        f'<html><head><title>{story.title} - live</title><script type=\'application/ld+json\'>{{"@graph":[{{"@type":"LiveBlogPosting",'
        f'"headline":"{story.title}","datePublished":"{story.published}"}}]}}</script></head><body><nav>{MENU}</nav><article><h1>{story.title}</h1>'
        f"<p class='summary'>{story.lead}</p>{entries}</article></body></html>"
    )


def print_view(story: Story) -> str:
    return (
        f"<html><body><p>The Gazette</p><h1>{story.title}</h1><p>Published: {story.published:%d %b %Y} | Updated: 1 January 2023</p>"
        f"<p>{story.lead}</p>{story.body}<p>© 2023 The Gazette</p></body></html>"
    )


def paywalled(story: Story) -> str:
    return (
        f"<html><head><title>{story.title}</title><meta itemprop='datePublished' content='{story.published}'></head><body><div class='site-header'>{MENU}</div>"
        f"<header><h1>{story.title}</h1><p class='dek'>{story.lead}</p></header><section itemprop='articleBody'>{story.body}</section>"
        "<div class='paywall'><p>This article is for subscribers. Subscribe now for a dollar.</p></div></body></html>"
    )


def divs(story: Story) -> str:
    body = "".join(f"<div class='c-text'>{text}</div>" for text in story.paragraphs)
    return (
        f"<html lang='en-GB'><head><title>{story.title}</title><meta name='date' content='{story.published:%d/%m/%Y}'></head><body><div class='top'>{MENU}</div>"
        f"<div class='page'><h1>{story.title}</h1><div class='c-text'>{story.lead}</div>{body}<div class='share-tools'>Share Tweet Email</div></div>"
        f"<div class='foot'><ul>{OTHERS}</ul></div></body></html>"
    )


def forum(story: Story) -> str:
    return (
        f"<html><head><title>{story.title}</title></head><body><div class='breadcrumbs'>Board &gt; News</div><h1>{story.title}</h1><div class='post'>"
        f"<span class='post-date'>{story.published:%d %B %Y}, 10:22</span><div class='message'><p>{story.lead}</p>{story.body}</div></div>"
        "<div class='reply-form'><p>You must log in to reply here.</p></div></body></html>"
    )


SHAPES: tuple[Callable[[Story], str], ...] = (
    wire, blog, tabloid, tables_of_2003, amp, live_blog, print_view, paywalled, divs, forum,
)  # fmt: skip
