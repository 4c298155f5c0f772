"""What linking keeps of an article: its accounts, who it is from and whom it cites, and how it is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pipeline import codec
from pipeline.domain import Analysis, Article, Attribution, Entity
from pipeline.linking.accounts import Account, Setting, accounts
from pipeline.linking.copies import Wording
from pipeline.linking.credits import agency


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article is from; ``sources`` are those it cites, by the id of the attribution."""

    outlet: str | None
    url: str | None
    agency: str | None
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """``fingerprint`` tells two analyses apart."""

    fingerprint: str
    setting: Setting
    accounts: tuple[Account, ...]
    provenance: Provenance
    wording: Wording

    @classmethod
    def of(cls, analysis: Analysis) -> Dossier:
        article = analysis.article
        fingerprint = sha256(codec.to_json(analysis)).hexdigest()
        setting = Setting.of(analysis)
        return cls(
            fingerprint, setting, tuple(accounts(analysis, setting)), provenance(analysis), Wording.of(article.text)
        )


def provenance(analysis: Analysis) -> Provenance:
    article: Article = analysis.article
    entities = {entity.id: entity for entity in analysis.entities}
    cited = {said.id: name for said in analysis.attributions if (name := source(said, entities)) is not None}
    return Provenance(article.outlet, article.url, agency(article), cited)


def source(said: Attribution, entities: Mapping[str, Entity]) -> str | None:
    """Who said it: the entity's name, else the words of the text."""
    if said.source is None:
        return None
    entity = entities.get(said.source.entity or "")
    return entity.name if entity else said.source.text
