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
from plugins.builds.folder import Stage, entries_of
from plugins.builds.forks import CAN_FORK, forked
from plugins.builds.ledger import FileRecord, Ledger, Stat, digest
from plugins.builds.making import Made, Maker, Shared, as_bytes
from plugins.builds.offline import OfflineFiles
from plugins.builds.things import Things
from plugins.builds.watch import Watch
from plugins.markup.stages import Stages, in_step
from plugins.pages.drafts import Draft
from plugins.pages.frames import shared_part
from plugins.pages.packing import deflated
from plugins.pages.portal_pages import PortalPages
from plugins.pages.values import Values
from plugins.portals.addresses import THEME
from plugins.portals.portal import Portal

# Fewer pages than these are rendered sooner than a second process is started; what is kept or
# spliced is never worth one.
_WORTH_A_PROCESS: Final = 100
_CHUNK: Final = 32
# Of so many pages is asked whether they are kept, to tell of all.
_ASKED: Final = 16
# Fewer files than these are made sooner than what they need is sent elsewhere.
_WORTH_SENDING: Final = 32


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
        self._things = Things(self._values, ledger)
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

    def pictures(self, record: FileRecord) -> list[str]:
        """The content paths of the pictures that a finished page shows."""
        places = self._things.pictures
        return [places[place] for place in places.keys() & record.reads] if places else []

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
        return sorted({path for record in self._records.values() for path in self.pictures(record)})


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


def _is_explained(name: str, draft: Draft, tree: ContentTree) -> bool:
    """Whether a file of the content, or the theme, is the reason for a page."""
    return draft.origin in tree if draft.origin else name.startswith(f"{THEME}/")
