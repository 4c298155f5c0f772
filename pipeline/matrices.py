"""Token vectors by numpy's matrix products, which know more processors than those of spaCy's own wheels do.

On a processor that its BLIS does not know, spaCy multiplies by plain C loops, two to three times as slow as OpenBLAS,
which comes with numpy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn, cast

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_limits

Vectors = list[Any]
"""A matrix for each document, a row a token."""


def use_numpy(nlp: Language) -> None:
    """Let each part of a model that turns tokens into vectors do so by numpy, in one thread of the process."""
    threadpool_limits(1, "blas")
    ops = NumpyOps(use_blis=False)
    for name, model in models(nlp):
        for node in [node for node in model.walk() if node.has_ref("embed") and node.has_ref("encode")]:
            for layer in node.walk():
                layer.ops = ops
            if node is model:
                cast("TrainablePipe", nlp.get_pipe(name)).model = one_by_one(node)
            else:
                model.replace_node(node, one_by_one(node))


def models(nlp: Language) -> Iterator[tuple[str, Model[Any, Any]]]:
    for name, pipe in nlp.pipeline:
        if isinstance(model := getattr(pipe, "model", None), Model):
            yield name, model


def one_by_one(node: Model[list[Doc], Vectors]) -> Model[list[Doc], Vectors]:
    """The node, document by document.

    A row of OpenBLAS's product depends in its last bits on where in the matrix it stands: what is read in an article
    must not depend on the articles that are read with it.
    """
    return Model("one_by_one", vectors, layers=[node], dims={"nO": node.maybe_get_dim("nO")})


def vectors(model: Model[list[Doc], Vectors], docs: list[Doc], is_train: bool) -> tuple[Vectors, Any]:
    [node] = model.layers
    none = model.ops.alloc2f(0, model.get_dim("nO"))
    return [node.predict([doc])[0] if len(doc) else none for doc in docs], untrainable


def untrainable(_: Vectors) -> NoReturn:
    raise NotImplementedError("token vectors are read, not trained")
