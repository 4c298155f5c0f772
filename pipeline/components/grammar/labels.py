"""Sets of labels that several questions share: ClearNLP relations, OntoNotes types and Penn tags."""

from __future__ import annotations

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
"""Parts of speech."""

PAST = frozenset({"VBD", "VBN"})
PRESENT = frozenset({"VBP", "VBZ"})
PLURAL = frozenset({"NNS", "NNPS"})
SINGULAR = frozenset({"NN", "NNP"})
"""Tags of the Penn Treebank."""

ADNOMINAL_CLAUSES = frozenset({"acl", "relcl"})
ASIDES = frozenset({"advcl", "relcl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
COMPLEMENT_CLAUSES = frozenset({"ccomp", "xcomp"})
CORE_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass"})
COMPOUNDED = frozenset({"compound", "nmod"})
MARKERS = frozenset({"advmod", "mark"})
QUOTES = frozenset({"``", "''"})
"""Tags of quotation marks, opening and closing."""
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
PREPOSITION_OBJECTS = frozenset({"pobj", "pcomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNDERGOERS = frozenset({"dobj", "nsubjpass"})
"""Relations: an undergoer is what the verb is done to, in either voice."""

ACTORS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
NATIONS = frozenset({"GPE", "NORP"})
TIMES = frozenset({"DATE", "TIME"})
"""Types of named entities."""
