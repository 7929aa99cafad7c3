"""Makes files of a portal into a stage: anew, out of kept pages, or with other shared parts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.audit.tags import Fault
from plugins.builds.folder import Entries, Stage
from plugins.builds.judge import Judge, Met
from plugins.builds.ledger import FileRecord, digest
from plugins.builds.press import Press
from plugins.builds.sheets import Sheets, is_common, packed
from plugins.markup.stages import Stages
from plugins.news.kept import KeptNearest
from plugins.pages.address_codes import without_address_code
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import LATEST_NEWS
from plugins.pages.holes import Hole, Layout, has_own, laid_out, refilled, segments, without
from plugins.pages.reads import Read
from plugins.pages.values import Values, Worth
from plugins.search.kept import KeptIndexes


class Made(Struct, frozen=True):
    """A file that waits under the number `number`, how it was made, and what is wrong with it.

    `met` are the exceptions that it needed, `sheet` what to keep it by and the page to keep. It
    `stays` where the same bytes stand already, and then does not wait. It took so many `seconds`.
    `core` and `form` are those of its record; spliced, it has the form that it had.
    """

    name: str
    number: int
    reads: tuple[Read, ...]
    holes: tuple[Hole, ...]
    digest: bytes
    faults: tuple[Fault, ...]
    met: Met
    sheet: tuple[bytes, bytes] | None = None
    stays: bool = False
    seconds: float = 0.0
    core: bytes = b""
    form: bytes = b""


class Shared(Struct, frozen=True):
    """What the portals of a build have in common: who judges, and what was found out before."""

    judge: Judge
    sheets: Sheets
    nearest: KeptNearest
    indexes: KeptIndexes
    worth: Worth = field(default_factory=dict)


class Maker:
    """Makes the files of a portal into its stage."""

    def __init__(self, folder: Path, there: Entries, shared: Shared, values: Values) -> None:
        self._folder = folder
        self._there = there
        self._judge = shared.judge
        self._sheets = shared.sheets
        self._values = values
        self._press = Press(shared.judge)
        self._stage = Stage(folder)

    def make(self, name: str, draft: Draft, number: int) -> Stages[Made]:
        """Make a file anew, or out of a page that is kept; in stages."""
        composer = draft.composer
        if composer is None:
            made = draft.make()
            content = made if isinstance(made, bytes) else b""
            judged = yield from self._judge.stages(name, content)
            return self.put(_made(name, number, (), (), content, [judged]), content)
        worth = partial(self._values.of_all, composer.lang)
        sheet = self._sheets.find(draft, worth)
        if sheet is not None:
            page = self._page(name, number, composer, sheet.layout, sheet.reads, ((), sheet.met))
            return replace(page, form=sheet.form)
        return (yield from self._anew(name, draft, number, composer))

    def _anew(self, name: str, draft: Draft, number: int, composer: Composer) -> Stages[Made]:
        """Make a page that nobody has made yet, and what to keep of it."""
        with composer.reads.noted() as reads:
            made = draft.make()
        yield ""
        text = as_bytes(made)
        parts = segments(text) if isinstance(made, str) else [text]
        yield ""
        faults, met = yield from self._press.faults(composer, name, parts)
        if has_own(parts):
            # Some frames are made before it is noted what they read.
            reads["frame", ""] = None
        page = self._page(name, number, composer, laid_out(parts), reads, (faults, met))
        page = replace(page, form=digest(text))
        yield ""
        if faults or not is_common(made, reads):
            return page
        worth = partial(self._values.of_all, composer.lang)
        return replace(page, sheet=(self._sheets.key(draft), packed(text, reads, met, worth)))

    def new_key(self, draft: Draft) -> bytes:
        """What a page will be kept by that nobody has made yet; empty for any other file."""
        composer = draft.composer
        if composer is None:
            return b""
        key = self._sheets.key(draft)
        is_known = self._sheets.is_to_come(key) or self._sheets.find(
            draft, partial(self._values.of_all, composer.lang)
        )
        return b"" if is_known else key

    def _page(  # noqa: PLR0913, PLR0917
        self,
        name: str,
        number: int,
        composer: Composer,
        layout: Layout,
        reads: Iterable[Read],
        judged: tuple[tuple[Fault, ...], Met],
    ) -> Made:
        """Let a page wait with its shared parts in their places."""
        content, holes = self._press.filled(composer, name, layout)
        all_judged = [judged, *(self._press.part_faults(composer, hole.part) for hole in holes)]
        made = _made(name, number, tuple(reads), holes, content, all_judged)
        return self.put(made, content)

    def splice(self, name: str, draft: Draft, number: int, record: FileRecord) -> Stages[Made]:
        """Put the shared parts of now into a file; make it anew when it is not what it was."""
        composer = draft.composer
        content = (self._folder / name).read_bytes()
        if composer is None or digest(content) != record.digest:
            return (yield from self.make(name, draft, number))
        press = self._press
        new, holes = refilled(content, record.holes, press.parts(composer, name))
        judged = [press.part_faults(composer, hole.part) for hole in holes]
        judged.append(((), dict(record.met)))
        return self.put(_made(name, number, (), holes, new, judged), new)

    def put(self, made: Made, content: bytes) -> Made:
        """Let a file wait, unless the same bytes stand there."""
        if self._stands(made.name, content):
            return replace(made, stays=True)
        self._stage.put(made.number, content)
        return made

    def _stands(self, name: str, content: bytes) -> bool:
        """Whether the file `name` holds these bytes: its times stay, as copying relies on them."""
        stat = self._there.files.get(name)
        return (
            stat is not None
            and stat[0] == len(content)
            and (self._folder / name).read_bytes() == content
        )


def _made(  # noqa: PLR0913, PLR0917  one parameter a field
    name: str,
    number: int,
    reads: tuple[Read, ...],
    holes: tuple[Hole, ...],
    content: bytes,
    judged: Iterable[tuple[tuple[Fault, ...], Met]],
) -> Made:
    faults: list[Fault] = []
    met: dict[str, str] = {}
    for wrong, needed in judged:
        faults += wrong
        met |= needed
    core = _core(content, holes) if holes else b""
    return Made(name, number, reads, holes, digest(content), tuple(faults), met, core=core)


def _core(page: bytes, holes: Iterable[Hole]) -> bytes:
    """Stands for what a reader keeps of a page."""
    return digest(without_address_code(without(page, holes, LATEST_NEWS)))


def as_bytes(made: str | bytes) -> bytes:
    """What was made of a draft."""
    return made.encode() if isinstance(made, str) else made
