"""What one trigger word tells, before it is written down: type, participants and the words it speaks for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.components.grammar import tenses
from pipeline.domain import EventType, PloverMode

CONTENT = frozenset({"xcomp", "ccomp", "dobj", "prep", "acl"})
CLAIMING: dict[EventType, frozenset[str]] = {
    "ACCUSE": frozenset({"xcomp", "ccomp", "prep"}),
    "AGREE": CONTENT,
    "REJECT": CONTENT,
    "REQUEST": CONTENT,
    "THREATEN": CONTENT,
}


def _is_aside(word: Token) -> bool:
    """ "urged them to free the poet, who | was jailed in May": a past that only describes somebody is no demand."""
    return word.dep_ == "relcl" and tenses.tense(word) == "past"


@dataclass(frozen=True)
class EventFrame:
    """An event as its trigger tells it; ``coindexed`` are further words that tell of the same event.

    A ``refusal`` is told by a negation, so that what is denied of its trigger is what is refused. A ``plain`` event is
    told by its own words, whoever takes part. ``timex`` is the start of the time expression of an event that is dated
    already, as a statement is by its attribution; ``happening`` names what happens where nobody does it.
    ``entry`` is the lexicon entry, or the construction, that told it.
    """

    type: EventType
    trigger: Token
    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    mode: PloverMode | None = None
    coindexed: tuple[Token, ...] = ()
    refusal: bool = False
    plain: bool = False
    timex: int | None = None
    happening: str | None = None
    entry: str = ""

    @property
    def words(self) -> tuple[Token, ...]:
        """All words that tell of the event."""
        return (*self.coindexed, self.trigger)

    def others(self, speakers: Collection[Token]) -> tuple[Token, ...]:
        """Participants who are not the speakers themselves."""
        found = self.recipients or self.actors
        return tuple(party for party in found if party not in speakers and party.pos_ != "PRON")

    def speaks_for(self) -> set[int]:
        """Positions of the words that tell no other event: its own, and what is only demanded or claimed."""
        words = {self.trigger.i, *(word.i for word in self.coindexed if not self._merely_judged(word))}
        if self.type in CLAIMING:
            links = CLAIMING[self.type]
            accused = [word for word in self.trigger.rights if word.dep_ == "dobj" and self.type == "ACCUSE"]
            heads = (self.trigger, *self.coindexed, *accused)
            parts = (part for word in heads for part in word.rights if part.dep_ in links)
            told = (word for part in parts if part.lower_ not in ("for", "after") for word in part.subtree)
            words.update(word.i for word in told if self.type == "ACCUSE" or not _is_aside(word))
        return words

    def _merely_judged(self, word: Token) -> bool:
        """What is condemned or hailed has happened: "condemned the attack by rebels"."""
        return self.type in ("ACCUSE", "SUPPORT") and word.dep_ == "dobj"

    def retyped(self, kind: EventType) -> EventFrame:
        """The same event told as one of another type: a promise of it, a threat with it, a refusal of it."""
        return replace(self, type=kind, mode=None, coindexed=self.words, refusal=kind == "REJECT")
