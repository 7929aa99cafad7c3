"""A sentence that is nearly refused, whatever the weights are at present."""

from __future__ import annotations

from plugins.spam.inspect import inspect
from plugins.spam.score import REFUSED_FROM
from plugins.spam.training import labelled

# Learned from, and still warned of: the weights change with each sentence that is learned.
DOUBT = next(
    one.sentence
    for text, _ in labelled()
    for one in inspect(text)
    if one.verdict == "warn" and one.points > REFUSED_FROM - 1
)
