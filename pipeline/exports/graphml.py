"""GraphML: who to whom, and who to where. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from lxml import etree

from pipeline.exports.excerpt import Excerpt, ExportedRow
from pipeline.exports.geometry import about_place, at
from pipeline.exports.records import record
from pipeline.exports.xml_text import allowed
from pipeline.index import EventRow, Participation, PlacePoint

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {str: "string", float: "double", bool: "boolean", int: "int"}
Node = tuple[str, dict[str, object]]
Edge = tuple[Node, Node, bool]
TOLD = (
    "kind",
    "type",
    "mode",
    "status",
    "certainty",
    "confidence",
    "first_day",
    "last_day",
    "sentence",
    "outlet",
    "outlet_grade",
    "report_grade",
    "card",
)


def as_graphml(excerpt: Excerpt) -> bytes:
    """Nodes are parties and places, edges the events and movements between two of them.

    Those who do something together, in no order, have an edge that says ``mutual``.
    """
    root = etree.Element(f"{{{NAMESPACE}}}graphml", nsmap={None: NAMESPACE})
    graph = etree.Element(f"{{{NAMESPACE}}}graph", edgedefault="directed", id="dateline")
    nodes: dict[str, dict[str, object]] = {}
    keys: dict[tuple[str, str], str] = {}
    lines = []
    for number, (told, (start, end, mutual)) in enumerate(_edges(excerpt)):
        nodes |= dict([start, end])
        found = record(excerpt, told)
        data = {name: str(found[name]) if name.endswith("day") and found[name] else found[name] for name in TOLD}
        line = etree.Element(f"{{{NAMESPACE}}}edge", id=f"e{number}", source=start[0], target=end[0])
        _data(line, data | {"title": found["title"], "told": told.row.id, "mutual": mutual}, "edge", keys)
        lines.append(line)
    for name, about in nodes.items():
        _data(etree.SubElement(graph, f"{{{NAMESPACE}}}node", id=name), about, "node", keys)
    graph.extend(lines)
    root.extend(_keys(keys))
    root.append(graph)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _edges(excerpt: Excerpt) -> Iterator[tuple[ExportedRow, Edge]]:
    for told in excerpt.told:
        row = told.row
        if not isinstance(row, EventRow):
            yield from ((told, (_party(row.mover), _place(end), False)) for end in (row.destination,) if end)
        elif row.recipients:
            yield from ((told, (_party(a), _party(b), False)) for a, b in product(row.actors, row.recipients))
        else:
            yield from ((told, (_party(a), _party(b), True)) for a, b in combinations(row.actors, 2))


def _party(party: Participation) -> Node:
    """A party without a key is told apart by its name; its kind is unknown."""
    key = party.key or f"name:{party.name.casefold()}"
    return allowed(key), {"name": party.name, "kind": key.partition(":")[0] if party.key else None}


def _place(place: PlacePoint) -> Node:
    point = at(place)
    where: dict[str, object] = {"latitude": point[0], "longitude": point[1]} if point else {}
    return allowed(f"place:{place.key}"), {"kind": "place", **about_place(place), **where}


def _data(parent: etree._Element, values: dict[str, object], of: str, keys: dict[tuple[str, str], str]) -> None:
    for name, value in values.items():
        if value is not None:
            keys.setdefault((of, name), TYPES[type(value)])
            data = etree.SubElement(parent, f"{{{NAMESPACE}}}data", key=f"{of}-{name}")
            data.text = str(value).lower() if isinstance(value, bool) else allowed(str(value))


def _keys(keys: dict[tuple[str, str], str]) -> list[etree._Element]:
    return [
        etree.Element(f"{{{NAMESPACE}}}key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind})
        for (of, name), kind in keys.items()
    ]
