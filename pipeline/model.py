"""The spaCy model with Dateline's components behind its own: loaded when first needed, once a process."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import spacy
from spacy.language import Language

from pipeline import matrices, remembering, settings, transitions
from pipeline.components import BEFORE_PARSER, STAGES
from pipeline.errors import SettingsError
from pipeline.tokenizing import BoundedTokenizer

MAX_CHARACTERS = 2_000_000
RARELY = 200_000, 2, 2
"""New objects at which a collection begins, which some 50,000 words leave, and how many make one of older objects."""


@cache
def load() -> Language:
    """The whole pipeline, ready for ``nlp(text)`` and ``nlp.pipe(texts)``.

    What it is made of lives as long as the process: collections of garbage no longer walk through it.
    """
    nlp = base()
    transitions.step_in_python(nlp)
    matrices.use_numpy(nlp)
    remembering.remember_attribute_rules(nlp)
    remembering.remember_lemmas(nlp)
    nlp.tokenizer = BoundedTokenizer(nlp)
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe(BEFORE_PARSER, first=True)
    for stage in STAGES:
        nlp.add_pipe(stage)
    gc.collect()
    gc.freeze()
    return nlp


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Read texts with few collections of garbage, each of which walks through tokens and findings that still live.

    What is no longer needed of the texts, whose tokens and Docs refer to each other, is collected at the end.
    """
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.collect()


def base() -> Language:
    """The bare model; W095 (trained with an earlier 3.x release) is expected and says nothing to a user.

    Raises SettingsError for a model that is not there.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(settings.model())
        except OSError as error:
            raise SettingsError.unloadable_model(str(settings.model()), str(error).partition("\n")[0]) from error
