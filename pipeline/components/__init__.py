"""spaCy components of Dateline, one a file; ``STAGES`` is their order after the model's own parts.

Importing this package registers all factories, so that ``nlp.add_pipe("dateline_places")`` works anywhere.
"""

from __future__ import annotations

from pipeline.components import (
    acronyms,
    attributions,
    entities,
    events,
    headlines,
    main_verbs,
    movements,
    paragraphs,
    places,
    predicates,
    quoted_clauses,
    time_attachment,
    timexes,
)

BEFORE_PARSER = paragraphs.NAME
STAGES = (
    acronyms.NAME,
    headlines.NAME,
    main_verbs.NAME,
    quoted_clauses.NAME,
    time_attachment.NAME,
    timexes.NAME,
    places.NAME,
    entities.NAME,
    attributions.NAME,
    predicates.NAME,
    events.NAME,
    movements.NAME,
)
