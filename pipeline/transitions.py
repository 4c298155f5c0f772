"""The model's transitions, step by step for all texts at once, driven from Python.

spaCy's own loop gives the interpreter's lock up and then takes it for each move that it considers: three fifths of what
recognizing entities costs. Where the lock is held, as in a loop from Python, to take it costs next to nothing.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc

FACTORY = "dateline_steps"
FEWEST_TEXTS = 8
"""Parsed at once, from which on the parser's steps cost less than the lock. The recognizer's, fewer, always do."""
States = list[Any]


class SteppingRecognizer(EntityRecognizer):  # type: ignore[misc]  # spaCy's are compiled, without types
    """spaCy's recognizer: the same states by the same products."""

    def greedy_parse(self, docs: list[Doc], drop: float = 0.0) -> States:
        return final_states(self, docs)


class SteppingParser(DependencyParser):  # type: ignore[misc]  # as above
    """spaCy's parser: the same states by the same products."""

    def greedy_parse(self, docs: list[Doc], drop: float = 0.0) -> States:
        found: States = super().greedy_parse(docs, drop) if len(docs) < FEWEST_TEXTS else final_states(self, docs)
        return found


STEPPING: dict[type, Any] = {EntityRecognizer: SteppingRecognizer, DependencyParser: SteppingParser}


def final_states(pipe: Any, docs: list[Doc]) -> States:
    """The state of each text at its end: at each step, every text that is not there makes its best valid move."""
    found: States = pipe.moves.init_batch(docs)
    step = pipe.model.predict(docs)
    unfinished = [state for state in found if not state.is_final()]
    while unfinished:
        hidden = step.state2vec.predict(step.get_token_ids(unfinished))
        unfinished = pipe.transition_states(unfinished, step.vec2scores.predict(hidden))
    step.clear_memory()
    return found


def step_in_python(nlp: Language) -> None:
    """Put a stepping form in the place of parser and recognizer, if their models score all moves, by hidden layers."""
    for name in nlp.pipe_names:
        pipe: Any = nlp.get_pipe(name)
        if type(pipe) in STEPPING and pipe.model.attrs["has_upper"] and not pipe.model.attrs["unseen_classes"]:
            nlp.add_pipe(FACTORY, FACTORY, after=name, config={"of": name})
            nlp.remove_pipe(name)
            nlp.rename_pipe(FACTORY, name)


@Language.factory(FACTORY)
def stepping(nlp: Language, name: str, of: str) -> Any:
    """The stepping form of a component of the pipeline, with its model and moves."""
    pipe: Any = nlp.get_pipe(of)
    return STEPPING[type(pipe)](nlp.vocab, pipe.model, of, pipe.moves, beam_width=pipe.cfg["beam_width"])
