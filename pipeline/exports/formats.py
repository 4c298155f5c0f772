"""The table of formats: what each is called, and what it leaves out of what the filter shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.exports.analysis_lines import as_jsonl
from pipeline.exports.calendars import as_ics
from pipeline.exports.columns import as_parquet
from pipeline.exports.excerpt import Excerpt
from pipeline.exports.geojson import as_geojson
from pipeline.exports.graphml import as_graphml
from pipeline.exports.kml import as_kml
from pipeline.exports.report.charts import map_svg, timeline_svg
from pipeline.exports.report.page import as_html
from pipeline.exports.report.word import as_docx
from pipeline.exports.spreadsheets import as_csv, as_xlsx
from pipeline.exports.stix import as_stix
from pipeline.exports.timelinejs import as_timeline


@dataclass(frozen=True, slots=True)
class Format:
    """``leaves_out`` is a sentence for whoever chooses; ``suffix`` also names the format on the command line."""

    name: str
    suffix: str
    media: str
    leaves_out: str
    write: Callable[[Excerpt], bytes]


FORMATS: tuple[Format, ...] = (
    Format(
        "Report (HTML)", "report.html", "text/html",
        "Story, timeline, map, evidence, corrections; opens offline. Leaves out whole texts and what follows 500.",
        as_html,
    ),
    Format(
        "Report (Word)", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "The same report for Word; pictures spell names in ASCII. Leaves out whole texts, and all after the first 500.",
        as_docx,
    ),
    Format(
        "CSV", "csv", "text/csv",
        "A line for each event and movement with its first sentence. Leaves out further sentences and whole texts.",
        as_csv,
    ),
    Format(
        "Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Events and movements, stories, all sentences, entities, sources, articles. Leaves out whole texts.",
        as_xlsx,
    ),
    Format(
        "Parquet", "parquet", "application/vnd.apache.parquet",
        "The columns of the CSV with their types. Leaves out further sentences and whole texts.",
        as_parquet,
    ),
    Format(
        "Analyses (JSON lines)", "jsonl", "application/jsonl",
        "Dateline’s own format, with whole texts. Leaves out what does not match, and who made corrections.",
        as_jsonl,
    ),
    Format(
        "GeoJSON", "geojson", "application/geo+json",
        "For maps; what has no place stands without geometry. Leaves out further sentences and whole texts.",
        as_geojson,
    ),
    Format(
        "KML", "kml", "application/vnd.google-earth.kml+xml",
        "For Google Earth, with days; what has no place has no geometry. Leaves out further sentences and texts.",
        as_kml,
    ),
    Format(
        "TimelineJS", "timeline.json", "application/json",
        "Slides for TimelineJS 3. Leaves out what has no day, further sentences, places and texts.",
        as_timeline,
    ),
    Format(
        "Calendar (ICS)", "ics", "text/calendar",
        "All-day entries; planned ones are tentative. Leaves out what has no day, further sentences and texts.",
        as_ics,
    ),
    Format(
        "STIX 2.1", "stix.json", "application/stix+json",
        "Notes on identities and locations, reports of articles. Leaves out places without country, and texts.",
        as_stix,
    ),
    Format(
        "GraphML", "graphml", "application/graphml+xml",
        "Who to whom and who to where, as a network. Leaves out events of one party, further sentences and texts.",
        as_graphml,
    ),
    Format(
        "Timeline (SVG)", "timeline.svg", "image/svg+xml",
        "The report’s picture, for print. Leaves out what has no day, and all after the first 60.",
        timeline_svg,
    ),
    Format(
        "Map (SVG)", "map.svg", "image/svg+xml",
        "The report’s picture, for print. Leaves out what has no coordinates, and all after 200 movements.",
        map_svg,
    ),
)  # fmt: skip
