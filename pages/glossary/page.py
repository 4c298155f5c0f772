"""Glossary: what the words of the screens mean, each class of events and each type."""

from __future__ import annotations

import streamlit as st

from pages.glossary import tables
from pages.language import glossary
from pipeline.wording import titles

st.html(tables.definitions("Words", dict(sorted(glossary.terms().items()))))
st.html(tables.definitions("Colours", {name.capitalize(): said for name, said in glossary.classes().items()}))
st.html(
    tables.definitions(
        "Types of events", {titles.type_with_code(type_, None): said for type_, said in glossary.types().items()}
    )
)
