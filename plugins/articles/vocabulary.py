"""The categories and tags of `content/vocabulary.yaml`."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import Model, check_markup, is_id, read_located, validated
from plugins.languages.fields import LocalText

VOCABULARY_FILE = "vocabulary.yaml"


class Vocabulary(Model):
    """The names of categories and tags by id."""

    categories: Mapping[str, LocalText] = {}
    tags: Mapping[str, LocalText] = {}


def load_vocabulary(tree: ContentTree, problems: Problems) -> Vocabulary | None:
    """The vocabulary, or None when it cannot be read."""
    text = tree.read_text(VOCABULARY_FILE, problems)
    located = read_located(text, VOCABULARY_FILE, problems) if text is not None else None
    vocabulary = validated(Vocabulary, located, VOCABULARY_FILE, problems) if located else None
    if located is None or vocabulary is None:
        return None
    check_markup(located, VOCABULARY_FILE, ("categories", "tags"), problems)
    for group, names in (("categories", vocabulary.categories), ("tags", vocabulary.tags)):
        for name in names:
            if not is_id(name):
                line = located.line((group, name))
                problems.add(VOCABULARY_FILE, line, "ten-sai", name=name)
    return vocabulary
