"""The spaCy model with Dateline's components behind its own: loaded when first needed, once a process."""

from __future__ import annotations

import gc
import warnings
from functools import cache

import spacy
from spacy.language import Language

from pipeline import matrices, remembering, settings, transitions
from pipeline.components import BEFORE_PARSER, STAGES
from pipeline.errors import SettingsError
from pipeline.tokenizing import BoundedTokenizer

MAX_CHARACTERS = 2_000_000


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
