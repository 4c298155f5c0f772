"""Entities as rows of a table. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pages.entities.kinds import KINDS
from pages.view.address import Panel, Selection
from pages.widgets import tables
from pages.widgets.tables import Table
from pipeline.index import EntityRow
from pipeline.wording import titles


def entities_table(entities: Sequence[EntityRow], key: Panel) -> None:
    """The table twin of the counts."""
    tables.twin(partial(table, entities), key, f"Table of {titles.count(len(entities), 'name')}")


def table(entities: Sequence[EntityRow]) -> Table:
    return Table([table_row(entity) for entity in entities], [Selection("entity", entity.key) for entity in entities])


def table_row(entity: EntityRow) -> dict[str, str | int]:
    return {
        "Name": titles.told_apart(entity.name, entity.told_in),
        "Kind": KINDS[entity.kind],
        "Mentions": entity.mentions,
        "Named": entity.names,
        "Described": entity.nominals,
        "Pronoun": entity.pronouns,
        "Articles": entity.articles,
        "Also called": ", ".join(alias for alias in entity.aliases if alias != entity.name),
        "Country": entity.country or "",
    }
