"""Which column of a table of articles is what: guessed by its name, shown with the first rows, and changeable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import PurePath
from typing import Protocol

import streamlit as st

from pages.language import markdown
from pipeline import readers
from pipeline.errors import ArticleError
from pipeline.wording import titles

FIELDS = {
    "text": "Text",
    "title": "Title",
    "outlet": "Outlet",
    "published": "Publication date",
    "url": "Address",
    "id": "Id",
}
NONE = ""
_PEEKED = "add-tables"


class Upload(Protocol):
    """A file as Streamlit hands it over."""

    @property
    def name(self) -> str: ...
    @property
    def file_id(self) -> str: ...
    def getvalue(self) -> bytes: ...


Header = tuple[str, ...]


def choosers(uploads: Iterable[Upload]) -> None:
    """A panel for each header; files of one header share it. What cannot be read is said when it is opened."""
    for header, (names, table) in _by_header(uploads).items():
        known = "text" in table.guess
        said = markdown.plain(titles.shortened(", ".join(names), 80))
        with st.expander(f"Columns of {said}", expanded=True):
            if not known:
                st.warning("Which column holds the text of the articles? None is called so.")
            places = chain.from_iterable(st.columns(3) for _ in range(0, len(FIELDS), 3))
            for field, place in zip(FIELDS, places, strict=True):
                with place:
                    _chooser(field, header, table)
            st.dataframe(table.rows, hide_index=True, alt="The first rows of the table")


def _chooser(field: str, header: Header, table: readers.Table) -> None:
    options = [NONE, *header]
    guess = table.guess.get(field, NONE)
    st.selectbox(
        FIELDS[field],
        options,
        index=options.index(guess),
        format_func=lambda name: name or "none",
        key=_key(field, header),
    )


def chosen_columns(upload: Upload) -> dict[str, str] | None:
    """The column of each field as the panel says now; None for a file that is no table."""
    table = _table(upload)
    if table is None:
        return None
    picked = {field: st.session_state.get(_key(field, table.header), table.guess.get(field)) for field in FIELDS}
    return {field: column for field, column in picked.items() if column}


def _by_header(uploads: Iterable[Upload]) -> dict[Header, tuple[list[str], readers.Table]]:
    found: dict[Header, tuple[list[str], readers.Table]] = {}
    for upload in uploads:
        table = _table(upload)
        if table and table.header:
            found.setdefault(table.header, ([], table))[0].append(upload.name)
    return found


def _table(upload: Upload) -> readers.Table | None:
    """Its first rows, read once a session."""
    if PurePath(upload.name).suffix.lower() not in readers.TABLES:
        return None
    peeked: dict[str, readers.Table | None] = st.session_state.setdefault(_PEEKED, {})
    if upload.file_id not in peeked:
        try:
            peeked[upload.file_id] = readers.table_of(upload.name, upload.getvalue())
        except ArticleError:
            peeked[upload.file_id] = None
    return peeked[upload.file_id]


def _key(field: str, header: Sequence[str]) -> str:
    return f"add-column-{field}-{hash(tuple(header))}"
