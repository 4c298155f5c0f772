"""The model's attribute rules and lemmas, found once for all tokens that look the same to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

SEEN: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
"""What a remembered pattern may look at."""
Pattern = list[dict[str, Any]]
Match = tuple[int, int, int]
Lemmatize = Callable[[Token], list[str]]


def remember_attribute_rules(nlp: Language) -> None:
    """Let the attribute ruler, if the model has one, remember what it matched."""
    if nlp.has_pipe("attribute_ruler"):
        ruler = cast("AttributeRuler", nlp.get_pipe("attribute_ruler"))
        ruler.matcher = cast("Matcher", RememberingMatcher(nlp, ruler.patterns))


def remember_lemmas(nlp: Language) -> None:
    """Let the lemmatizer, if the model has one that goes by rules, look words up in sets and remember each lemma.

    spaCy's own searches lists of up to 60,000 words, one after the other, and reads each base form anew.
    """
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if getattr(lemmatizer, "mode", None) != "rule":
        return
    words = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech in words:
        words[part_of_speech] = frozenset(words[part_of_speech])
    lemmatizer.lemmatize = remembered_lemmas(lemmatizer.rule_lemmatize)


def remembered_lemmas(lemmatize: Lemmatize) -> Lemmatize:
    """The lemmas of a token, which depend on its word, part of speech and morphology alone."""
    remembered: dict[tuple[int, int, int], list[str]] = {}

    def lemmas(token: Token) -> list[str]:
        form: Any = token.morph
        key = token.orth, token.pos, form.key
        if (found := remembered.get(key)) is None:
            found = remembered[key] = lemmatize(token)
        return found

    return lemmas


class RememberingMatcher:
    """A Matcher that tries patterns of one token once for each tag, relation and word that they tell apart.

    Other patterns, few of them, are tried on every token, as spaCy's own Matcher does with all.
    """

    def __init__(self, nlp: Language, rules: Iterable[dict[str, Any]]) -> None:
        self.single, self.other = Matcher(nlp.vocab), Matcher(nlp.vocab)
        self.words: set[int] = set()
        self.remembered: dict[tuple[int, ...], list[int]] = {}
        for number, rule in enumerate(rules):
            for pattern in rule["patterns"]:
                self.add(nlp, str(number), pattern)

    def add(self, nlp: Language, name: str, pattern: Pattern) -> None:
        words = words_of(pattern[0])
        if len(pattern) > 1 or not pattern[0].keys() <= set(SEEN) or words is None:
            self.other.add(name, [pattern])
        else:
            self.single.add(name, [pattern])
            self.words.update(nlp.vocab.strings.add(word) for word in words)

    def __call__(self, doc: Doc, **options: Any) -> list[Match]:
        return [*self.other(doc, **options), *self.of_tokens(doc, options)]

    def of_tokens(self, doc: Doc, options: dict[str, Any]) -> Iterator[Match]:
        for index, (word, *seen) in enumerate(doc.to_array(SEEN).tolist()):
            key = (word if word in self.words else 0, *seen)
            if (names := self.remembered.get(key)) is None:
                names = self.remembered[key] = [name for name, *_ in self.single(doc[index : index + 1], **options)]
            yield from ((name, index, index + 1) for name in names)


def words_of(token: dict[str, Any]) -> list[str] | None:
    """The words that a pattern tells apart, none if it takes any; None if it describes them otherwise."""
    match token.get("LOWER", []):
        case str(word):
            return [word]
        case {"IN": words, **others} if not others:
            return list(words)
        case []:
            return []
    return None
