"""What speaks for two accounts being of one event, or against it: features, each of which can be named."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.linking.accounts import Account, Setting, likeness
from pipeline.linking.counts import count_otherwise
from pipeline.linking.identity import identity
from pipeline.linking.model import fitted
from pipeline.linking.parties import Party, shares
from pipeline.linking.places import may_be_one_place
from pipeline.linking.times import days_apart, one_is_vague, same_news
from pipeline.linking.words import cosine
from pipeline.merging.events import same_place

STATEMENT = "STATEMENT"
Parties = tuple[Party, ...]
Group = Callable[[Account, Account], dict[str, float]]
SHARED = 0.7
"""How alike the parties of two accounts are, if one of them is the same, however it is called."""
AFFAIR, MUCH_ALIKE, CONTENT = 0.25, 0.5, 0.5
"""Cosines of two articles that are of one affair, and of two from which no more says nothing more; and so of what two
accounts say.
"""
SAID = 0.35
"""Cosine of what two statements say, from which they are likely one."""
BESIDE = 2
"""Words that two triggers which have nothing in common share around them, if they tell of one deed."""
MOST_NEARBY = 3
"""Shared words next to two triggers from which no more says nothing more."""


def features(one: Account, other: Account) -> dict[str, float]:
    """What the model looks at; what is 0 is left out. The same in either order."""
    return {name: float(value) for group in GROUPS for name, value in group(one, other).items() if value}


def is_told_otherwise(one: Account, other: Account) -> bool:
    """Told by no word, lexicon entry or deed in common nor among the same words: a deed and its echo are two."""
    is_told_alike = not one.senses.isdisjoint(other.senses) or not one.stems.isdisjoint(other.stems)
    return not is_told_alike and not is_same_deed(one, other) and len(one.nearby & other.nearby) < BESIDE


def is_same_deed(one: Account, other: Account) -> bool:
    return not one.deeds.isdisjoint(other.deeds)


def deed(one: Account, other: Account) -> dict[str, float]:
    """What kind of event both are, and by what words told."""
    is_speech = {one.type, other.type} <= fitted().speech
    is_statement = one.type == other.type == STATEMENT
    return {
        "always": 1.0,
        "same type": one.type == other.type or is_same_deed(one, other),
        "statement": is_statement,
        "speech": is_speech,
        "same sense": not one.senses.isdisjoint(other.senses),
        "other words": not is_statement and is_told_otherwise(one, other),
        "same deed": not is_statement and is_same_deed(one, other),
        "other deeds": bool(one.deeds and other.deeds) and not is_same_deed(one, other),
        "same word": not is_statement and not one.stems.isdisjoint(other.stems),
    }


def parts(one: Account, other: Account) -> dict[str, float]:
    """Who takes part, where, and how many."""
    return {
        "other party": sum(has_other_parties(*parties) for parties in roles(one, other)),
        "other people": sum(other_people(*parties) for parties in roles(one, other)),
        "parties": parties_alike(one, other),
        "recipients": recipients_alike(one, other),
        "other numbers": count_otherwise(one.counts, other.counts),
        "same place": one.place is not None and other.place is not None and same_place(one.place, other.place),
        "other place": not may_be_one_place(one.place, other.place),
    }


def parties_alike(one: Account, other: Account) -> float:
    return max(cosine(one.party_words, other.party_words), SHARED * shares(one.parties, other.parties))


def recipients_alike(one: Account, other: Account) -> float:
    """How alike those are whom it befell; who fills the only side that is told may have died or been killed."""
    if not fill_one_side(one, other):
        return parties_alike(one, other)
    return max(cosine(one.recipient_words, other.recipient_words), SHARED * shares(one.recipients, other.recipients))


def wording(one: Account, other: Account) -> dict[str, float]:
    """What their own sentences share; what somebody says is nothing but its content."""
    is_speech = {one.type, other.type} <= fitted().speech
    is_statement = one.type == other.type == STATEMENT
    return {
        "sentences": cosine(one.words, other.words),
        "words nearby": min(len(one.nearby & other.nearby), MOST_NEARBY),
        "other content": is_statement and is_other_content(one, other),
        "other speaker": is_statement
        and not shares(one.actors, other.actors)
        and not cosine(one.party_words, other.party_words),
        "content of speech": is_speech and min(1.0, cosine(one.content, other.content) / CONTENT),
    }


def is_other_content(one: Account, other: Account) -> bool:
    """Whether two statements say two things: they share little, or nothing but names, as all of one affair do."""
    shared = one.content.keys() & other.content.keys()
    return shared <= one.setting.names | other.setting.names or cosine(one.content, other.content) < SAID


def context(one: Account, other: Account) -> dict[str, float]:
    """Whether their articles are of one affair, and begin with them."""
    both = 0.0 if one.article == other.article else 1.0
    return {
        "same article": 1.0 - both,
        "one affair": both and min(1.0, likeness(one.setting, other.setting) / AFFAIR),
        "much alike": both and much_alike(one.setting, other.setting),
        "headlines": both and cosine(one.setting.headline, other.setting.headline),
        "briefs": both and one.setting.is_brief and other.setting.is_brief,
        "lead of both": one.is_lead and other.is_lead,
        "lead of one": one.is_lead != other.is_lead,
    }


def much_alike(one: Setting, other: Setting) -> float:
    """How much more two articles have in common than all of one affair have."""
    return min(1.0, max(0.0, likeness(one, other) - AFFAIR) / (MUCH_ALIKE - AFFAIR))


def time(one: Account, other: Account) -> dict[str, float]:
    apart = days_apart(one, other)
    return {
        "same day": apart == 0,
        "days apart": apart or 0,
        "other weekday": apart is None and name_other_weekdays(one, other),
        "vague date": one_is_vague(one, other),
        "same news": same_news(one, other),
    }


def name_other_weekdays(one: Account, other: Account) -> bool:
    return bool(one.weekdays and other.weekdays) and one.weekdays.isdisjoint(other.weekdays)


def roles(one: Account, other: Account) -> tuple[tuple[Parties, Parties], ...]:
    """The sides that are compared: actors with actors, recipients with recipients; of two accounts that fill no side
    in common ("he died", "they killed him"), all with all.
    """
    return sides(one, other) if fill_one_side(one, other) else ((one.parties, other.parties),)


def sides(one: Account, other: Account) -> tuple[tuple[Parties, Parties], ...]:
    return (one.actors, other.actors), (one.recipients, other.recipients)


def fill_one_side(one: Account, other: Account) -> bool:
    return any(a and b for a, b in sides(one, other))


def has_other_parties(one: Parties, other: Parties) -> bool:
    """Whether a role is filled by named parties on both sides, and by none of the same."""
    return not shares(one, other) and any(a.differs(b) for a in one for b in other)


def other_people(one: Parties, other: Parties) -> bool:
    """Whether a role is filled by people on both sides of whom no two can be one: by their names, or by their nations
    where nothing but these is told ("a British climber", "an Australian mountaineer").
    """
    pairs = [(a, b) for a in one for b in other]
    return bool(pairs) and all(are_two_people(a, b) for a, b in pairs)


def are_two_people(one: Party, other: Party) -> bool:
    if one.kind != "person" or other.kind != "person":
        return False
    are_known = one.is_known and other.is_known
    return one.is_of_other_country(other) or (are_known and not one.same(other))


GROUPS: dict[Group, tuple[str, ...]] = {
    deed: (
        "always",
        "same type",
        "statement",
        "speech",
        "same sense",
        "other words",
        "same deed",
        "other deeds",
        "same word",
    ),
    context: ("same article", "one affair", "much alike", "headlines", "briefs", "lead of both", "lead of one"),
    identity: ("other affair", "nothing identifies", "other countries"),
    time: ("same day", "days apart", "other weekday", "vague date", "same news"),
    wording: ("sentences", "words nearby", "other content", "other speaker", "content of speech"),
    parts: ("other party", "other people", "parties", "recipients", "other numbers", "same place", "other place"),
}
"""Features by what they look at, those first that tell strangers apart at least cost, with their names."""
MOST = {"words nearby": MOST_NEARBY}
"""The highest value of a feature, if it is not 1."""
