"""What a class of verbs, nouns or adjectives says: of motion, of speech, of the event it governs."""

from __future__ import annotations

from typing import Literal

import msgspec

from pipeline.domain import Vehicle

Motion = Literal[
    "going", "arriving", "calling", "visiting", "leaving", "starting", "sending", "expelling", "recalling", "handling",
    "advancing", "placing", "accompanying", "hosting", "avoiding", "boarding", "loading", "lasting", "awaiting",
    "attending", "signing", "stating", "spending", "touring", "scheduling", "performing",
    "visits", "arrivals", "departures", "transfers", "ways", "itineraries", "occasions", "sites",
]  # fmt: skip
Reporting = Literal[
    "says", "quotes", "thinks", "shows", "intends", "recounts", "directs", "tells", "judges", "holds", "utters"
]
Effect = Literal[
    "entails", "continues", "negates", "hesitates", "factive", "reports", "appears", "believes", "alleges", "plans",
    "wishes", "doubts", "denies", "cancels", "supposes",
]  # fmt: skip
Government = Literal[
    "allow", "commit", "consent", "fail", "plan", "prepare", "refuse", "request", "say", "settle", "spurn", "suffer",
    "threaten", "through", "warn",
]  # fmt: skip
Trait = Literal[
    "addressing", "aftermath", "announcing", "attempt", "beginning", "blaming", "bound", "calling", "carrying",
    "causative", "charging", "citing", "combat", "containing", "copula", "deciding", "delegating", "depicting", "done",
    "earnest", "ending", "escaping", "explaining", "failing", "falling", "going_on", "happening", "held", "holding",
    "homeward", "homograph", "idiom", "impersonal", "invariable", "joining", "laying", "lying", "made", "meeting",
    "misdeed", "mutual", "naming", "national", "native", "ordering", "others_own", "part", "performed", "personal",
    "praising", "reported", "reproaching", "rescheduling", "round", "seizing", "speech_act", "stative",
    "subject_control", "taking", "told", "transitive", "under_way", "unsaid", "wishing", "work",
]  # fmt: skip


class Meaning(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a word says; ``README.md`` beside this file explains the fields and their values."""

    motion: tuple[Motion, ...] = ()
    vehicle: Vehicle | None = None
    reports: frozenset[Reporting] = frozenset()
    prepositions: frozenset[str] = frozenset()
    clause: Effect | None = None
    noun: Effect | None = None
    phrase: Effect | None = None
    predicative: Effect | None = None
    spoken: Effect | None = None
    journey: Effect | None = None
    visit: Effect | None = None
    governs: frozenset[Government] = frozenset()
    traits: frozenset[Trait] = frozenset()


class PredicateClass(Meaning, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that say the same."""

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


NOTHING = Meaning()
EXCLUSIVE = ("vehicle", "clause", "noun", "phrase", "predicative", "spoken", "journey", "visit")
ADDED = ("reports", "prepositions", "governs", "traits")
