"""Makes the files of one portal: those that are not right, and no others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from plugins.audit.tags import Fault
from plugins.base.files import Changes, ContentTree
from plugins.base.problems import Problems
from plugins.builds.folder import Entries, Stage, entries_of
from plugins.builds.forks import CAN_FORK, forked
from plugins.builds.judge import Judge, Met
from plugins.builds.ledger import FileRecord, Ledger, Stat, Thing, digest
from plugins.builds.offline import OfflineFiles
from plugins.builds.press import Press
from plugins.builds.sheets import Sheets, is_common, packed
from plugins.builds.watch import Watch
from plugins.languages.language import LANGS, Lang
from plugins.markup.stages import Stages, in_step
from plugins.news.kept import KeptNearest
from plugins.pages.address_codes import without_address_code
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import LATEST_NEWS, shared_part
from plugins.pages.holes import Hole, Layout, has_own, laid_out, refilled, segments, without
from plugins.pages.packing import deflated
from plugins.pages.portal_pages import PortalPages
from plugins.pages.reads import Read
from plugins.pages.values import Values, Worth
from plugins.portals.addresses import THEME
from plugins.portals.portal import Portal
from plugins.search.kept import KeptIndexes

# Fewer pages than these are rendered sooner than a second process is started; what is kept or
# spliced is never worth one.
_WORTH_A_PROCESS: Final = 100
_CHUNK: Final = 32
# Of so many pages is asked whether they are kept, to tell of all.
_ASKED: Final = 16
# Fewer files than these are made sooner than what they need is sent elsewhere.
_WORTH_SENDING: Final = 32


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


class Written(Struct, frozen=True):
    """What became of a portal: the files changed, or the problems that kept them from it."""

    changes: Changes
    problems: Problems


class _Work(Struct, frozen=True):
    """The files to make, to splice and to keep, the last two with their records."""

    make: dict[str, Draft] = field(default_factory=dict)
    splice: dict[str, FileRecord] = field(default_factory=dict)
    keep: dict[str, FileRecord] = field(default_factory=dict)


# Makes the files of a portal by their names, in order, somewhere else.
Elsewhere: TypeAlias = Callable[
    [Portal, PortalPages, Sequence[str]], Generator[tuple[Made, bytes], None, None]
]


class PortalBuild:
    """One build of one portal over what its folder holds."""

    def __init__(
        self, portal: Portal, pages: PortalPages, folder: Path, ledger: Ledger, shared: Shared
    ) -> None:
        self._portal = portal
        self._pages = pages
        self._folder = folder
        self._old = ledger
        self._there = entries_of(folder)
        self._stage = Stage(folder)
        self._sheets = shared.sheets
        self._values = Values(pages.composers, shared.worth)
        self._maker = Maker(folder, self._there, shared, self._values)
        self._things = _Things(self._values, ledger)
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._records: dict[str, FileRecord] = {}
        self._parts: dict[str, bytes] = {}
        self._problems = Problems()
        self._work: _Work | None = None
        self._sent: Collection[str] = frozenset()
        self._sent_back: Generator[tuple[Made, bytes], None, None] | None = None

    def begin(self, elsewhere: Elsewhere) -> None:
        """Have the files that must be made anew made elsewhere, where there are many."""
        self._work = self._planned(self._pages.drafts)
        keys = {name: self._maker.new_key(draft) for name, draft in self._work.make.items()}
        new = {name: key for name, key in keys.items() if key}
        if len(new) >= _WORTH_SENDING:
            self._sheets.await_all(new.values())
            self._sent = frozenset(new)
            self._sent_back = elsewhere(self._portal, self._pages, list(new))

    def write(self, tree: ContentTree, jobs: int, watch: Watch) -> Written:
        """Make the folder hold exactly the portal's files, unless something is wrong with one."""
        self._stage.begin()
        try:
            work = self._make(self._pages.drafts, tree, jobs, watch)
            shown = chain.from_iterable(map(self._pages.pictures, self._pictures()))
            pictures = {draft.address: draft for draft in shown}
            more = self._make(pictures, tree, jobs, watch)
            if self._problems.errors:
                return Written(Changes(), self._problems)
            offline = self._make_offline(tree, jobs, watch)
            wanted = {**self._pages.drafts, **pictures, **offline}
            stats, removed = self._stage.publish(self._numbers, self._there, wanted)
        finally:
            self._stage.clear()
            if self._sent_back is not None:
                self._sent_back.close()
        for name, stat in stats.items():
            self._records[name] = _replaced(self._records[name], stat)
        spliced = len(stats.keys() & (work.splice.keys() | more.splice.keys()))
        made, kept = len(stats) - spliced, len(wanted) - len(stats)
        return Written(Changes(made, kept, removed, spliced), self._problems)

    @property
    def ledger(self) -> Ledger:
        """What is right in the folder from now on."""
        things, values = self._things.all()
        return Ledger(
            self._old.program, self._old.allowed, things, values, self._parts, self._records
        )

    def _make(
        self, drafts: Mapping[str, Draft], tree: ContentTree, jobs: int, watch: Watch
    ) -> _Work:
        work = self._work or self._planned(drafts)
        self._work = None
        self._records |= work.keep
        told: set[Fault] = set()
        for name, draft in drafts.items():
            if not _is_explained(name, draft, tree):
                shown = f"{self._portal.id}/{name}"
                self._problems.add(self._portal.path, 1, "trang-khong-nguon", page=shown)
        count = len(work.make) + len(work.splice)
        with watch.over("making", count, portal=self._portal.id) as done:
            for made in self._all_made(work, drafts, jobs):
                done(f"{self._portal.id}/{made.name}", made.seconds)
                self._tell(made, drafts[made.name], told)
                self._records[made.name] = self._record(made, drafts[made.name], work.splice)
                if made.sheet is not None:
                    self._sheets.keep(dict([made.sheet]))
                if not made.stays:
                    self._numbers[made.name] = made.number
        return work

    def _make_offline(self, tree: ContentTree, jobs: int, watch: Watch) -> dict[str, Draft]:
        """Make what the worker of the portal has to know of the finished files."""
        if not self._portal.identity.offline:
            return {}
        files = OfflineFiles(self._pages, self)
        made = {draft.address: draft for draft in files.lists_and_packs()}
        self._make(made, tree, jobs, watch)
        version = files.version()
        self._make({version.address: version}, tree, jobs, watch)
        return {**made, version.address: version}

    def record(self, name: str) -> FileRecord:
        """How a finished file was made."""
        return self._records[name]

    def size(self, name: str) -> int:
        """How many bytes a finished file has."""
        number = self._numbers.get(name)
        return self._records[name].stat[0] if number is None else self._stage.size(number)

    def content(self, name: str) -> bytes:
        """The bytes of a finished file."""
        number = self._numbers.get(name)
        if number is None:
            return (self._folder / name).read_bytes()
        return self._stage.content(number)

    def before(self, start: str) -> bytes:
        """The file of the last build whose name begins so, as it was written; else nothing."""
        name = next((name for name in self._old.files if name.startswith(start)), "")
        with suppress(OSError):
            data = (self._folder / name).read_bytes() if name else b""
            if data and digest(data) == self._old.files[name].digest:
                return data
        return b""

    def is_as_before(self, name: str) -> bool:
        """Whether a finished file is what the last build made."""
        old = self._old.files.get(name)
        return old is not None and old.digest == self._records[name].digest

    def packed(self, draft: Draft) -> bytes:
        """A page before what is its portal's own was put in, deflated."""
        worth = partial(self._values.of_all, draft.lang or "vi")
        kept = self._sheets.packed(draft, worth)
        # Made once more where it is kept no longer.
        return kept if kept is not None else deflated(as_bytes(draft.make()))

    def pictures(self, record: FileRecord) -> tuple[str, ...]:
        """The addresses of the pictures that a finished page shows."""
        shown = chain.from_iterable(map(self._pages.pictures, self._shown_by(record)))
        return tuple(draft.address for draft in shown)

    def _planned(self, drafts: Mapping[str, Draft]) -> _Work:
        work = _Work()
        changed = self._things.changed
        for name, draft in drafts.items():
            record = self._old.files.get(name)
            if record is None or not _is_right(record, draft, changed):
                work.make[name] = draft
                continue
            stat = self._stat(name, record)
            if stat is None:
                work.make[name] = draft
            elif all(self._is_same(draft, hole.part) for hole in record.holes):
                work.keep[name] = record if stat == record.stat else _replaced(record, stat)
            else:
                work.splice[name] = record
        return work

    def _stat(self, name: str, record: FileRecord) -> Stat | None:
        """How the file `name` stands there when it is the one that was written."""
        stat = self._there.files.get(name)
        if stat is None or stat == record.stat:
            return stat
        try:
            return stat if digest((self._folder / name).read_bytes()) == record.digest else None
        except OSError:
            return None

    def _is_same(self, draft: Draft, part: str) -> bool:
        """Whether a shared part is the one that the file was written with."""
        if draft.composer is None:
            return True
        key = f"{draft.composer.lang} {part}"
        if key not in self._parts:
            self._parts[key] = digest(shared_part(draft.composer, part).encode())
        return self._parts[key] == self._old.parts.get(key)

    def _all_made(self, work: _Work, drafts: Mapping[str, Draft], jobs: int) -> Iterator[Made]:
        first = self._next
        self._next += len(work.make) + len(work.splice)
        tasks = [
            _Task(number, name, drafts[name], work.splice.get(name))
            for number, name in enumerate((*work.make, *work.splice), first)
        ]
        if jobs < 2 or self._sent or not CAN_FORK or not self._are_many_new(tasks):
            yield from map(_timed, in_step(map(self._staged, tasks)))
            return
        for composer in self._pages.composers.values():
            composer.renderer.compile_all()

        def run(place: int) -> list[Made]:
            chunk = tasks[place : place + _CHUNK]
            return [*map(_timed, in_step(_staged(self._maker, task) for task in chunk))]

        yield from chain.from_iterable(forked(run, range(0, len(tasks), _CHUNK), jobs))

    def _are_many_new(self, tasks: Sequence[_Task]) -> bool:
        """Whether many pages have to be rendered, as far as a few of them tell."""
        drafts = [task.draft for task in tasks if task.record is None and task.draft.composer]
        few = drafts[:: 1 + len(drafts) // _ASKED]
        new = sum(bool(self._maker.new_key(draft)) for draft in few)
        return new * len(drafts) > _WORTH_A_PROCESS * len(few)

    def _staged(self, task: _Task) -> Stages[Made]:
        if self._sent_back is None or task.name not in self._sent:
            return (yield from _staged(self._maker, task))
        made, content = next(self._sent_back)
        # What comes back is named here: nothing in it chooses a place.
        sheet = (self._sheets.key(task.draft), made.sheet[1]) if made.sheet else None
        named = replace(made, name=task.name, number=task.number, sheet=sheet, stays=False)
        return self._maker.put(replace(named, digest=digest(content)), content)

    def _record(self, made: Made, draft: Draft, spliced: Mapping[str, FileRecord]) -> FileRecord:
        for hole in made.holes:
            self._is_same(draft, hole.part)
        old = spliced.get(made.name)
        lang = draft.lang
        reads = self._things.places(lang, made.reads) if lang else ()
        form = made.form
        if old is not None and not made.reads:
            reads, form = old.reads, old.form
        stat = self._there.files[made.name] if made.stays else (0, 0, 0, 0)
        met = tuple(sorted(made.met.items()))
        return FileRecord(
            _basis(draft), lang or "", reads, made.holes, made.digest, stat, met, made.core, form
        )

    def _tell(self, made: Made, draft: Draft, told: set[Fault]) -> None:
        for fault in made.faults:
            if fault not in told:
                values = {"value": fault.value, "fingerprint": fault.fingerprint}
                path = draft.origin or self._portal.path
                page = f"{self._portal.id}/{made.name}"
                self._problems.add(path, 1, fault.code, page=page, **values)
            told.add(fault)

    def _pictures(self) -> Iterable[str]:
        """The content paths of all pictures that the pages show."""
        return sorted(
            {path for record in self._records.values() for path in self._shown_by(record)}
        )

    def _shown_by(self, record: FileRecord) -> list[str]:
        """The content paths of the pictures that a page shows."""
        places = self._things.pictures
        return [places[place] for place in places.keys() & record.reads] if places else []


class _Things:
    """The things that pages read, each with its place in the ledger and what it is worth now."""

    def __init__(self, values: Values, ledger: Ledger) -> None:
        self._worth = values
        self._things = list(ledger.things)
        self._values = [values.of(lang, (kind, name)) for lang, kind, name in self._things]
        self._places: dict[Lang, dict[Read, int]] = {lang: {} for lang in LANGS}
        self._pictures: dict[int, str] = {}
        for place, (lang, kind, name) in enumerate(self._things):
            self._places[lang][kind, name] = place
            if kind == "picture":
                self._pictures[place] = name
        self.changed = frozenset(
            place
            for place, (now, before) in enumerate(zip(self._values, ledger.values, strict=True))
            if now != before
        )

    def places(self, lang: Lang, reads: Collection[Read]) -> tuple[int, ...]:
        """The places of what pages in `lang` read; new things are given one."""
        places = self._places[lang]
        # Nearly always nothing is new.
        with suppress(KeyError):
            return tuple(map(places.__getitem__, reads))
        for read in [read for read in reads if read not in places]:
            places[read] = len(self._things)
            if read[0] == "picture":
                self._pictures[places[read]] = read[1]
            self._things.append((lang, *read))
            self._values.append(self._worth.of(lang, read))
        return tuple(map(places.__getitem__, reads))

    @property
    def pictures(self) -> Mapping[int, str]:
        """The content paths of all pictures by their places."""
        return self._pictures

    def all(self) -> tuple[list[Thing], list[bytes]]:
        """All of them, and what they are worth."""
        return self._things, self._values


class _Task(Struct, frozen=True):
    """A file to make, or, with its record, to splice."""

    number: int
    name: str
    draft: Draft
    record: FileRecord | None


def _staged(maker: Maker, task: _Task) -> Stages[Made]:
    if task.record is None:
        return maker.make(task.name, task.draft, task.number)
    return maker.splice(task.name, task.draft, task.number, task.record)


def _timed(result: tuple[Made, float]) -> Made:
    made, seconds = result
    # What was made elsewhere knows how long it took there.
    return made if made.seconds else replace(made, seconds=seconds)


def _is_right(record: FileRecord, draft: Draft, changed: Collection[int]) -> bool:
    """Whether all that decides a file is as it was when the file was written."""
    return (
        record.lang == (draft.lang or "")
        and record.basis == _basis(draft)
        and not any(place in changed for place in record.reads)
    )


def _basis(draft: Draft) -> bytes:
    return digest(draft.basis.encode("utf-8", "surrogatepass"))


def _replaced(record: FileRecord, stat: Stat) -> FileRecord:
    return msgspec.structs.replace(record, stat=stat)


def as_bytes(made: str | bytes) -> bytes:
    """What was made of a draft."""
    return made.encode() if isinstance(made, str) else made


def _is_explained(name: str, draft: Draft, tree: ContentTree) -> bool:
    """Whether a file of the content, or the theme, is the reason for a page."""
    return draft.origin in tree if draft.origin else name.startswith(f"{THEME}/")
