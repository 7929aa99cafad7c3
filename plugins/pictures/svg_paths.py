"""The lines that a path of an SVG picture draws, each curve as some straight ones (SVG 2, W3C 2018).

Points are complex numbers: across and down.
"""

from __future__ import annotations

import re
from cmath import phase, rect
from collections.abc import Iterator, Sequence
from math import pi, radians, sqrt
from typing import Final, TypeAlias

from msgspec import Struct, field

from plugins.pictures.svg_places import Box

Line: TypeAlias = list[complex]

_NUMBER: Final = r"[\s,]*+([-+]?+(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][-+]?[0-9]++)?+)"
# The two flags of an arc need no space behind them.
_FLAG: Final = r"[\s,]*+([01])"
_COMMAND: Final = re.compile(r"[\s,]*+([MLHVCSQTAZ])", re.IGNORECASE)
_SIZES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}
_VALUES: Final = {
    "A": re.compile(_NUMBER * 3 + _FLAG * 2 + _NUMBER * 2),
    **{kind: re.compile(_NUMBER * size) for kind, size in _SIZES.items()},
}
# Lines that a curve is made of, and a turn of an arc.
_PARTS: Final = 8
_TURN_PARTS: Final = 32
_STEPS: Final = [step / _PARTS for step in range(1, _PARTS + 1)]
# What each of the points that make a curve gives to those on it (Bernstein polynomials).
_OF_THREE: Final = [((1 - at) ** 2, 2 * at * (1 - at), at**2) for at in _STEPS]
_OF_FOUR: Final = [
    ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3) for at in _STEPS
]
# No drawing is so large.
_FARTHEST: Final = 1e9


def path_lines(written: str) -> list[Line]:
    """The lines of a path up to the first fault in it, as browsers draw them."""
    pen = _Pen()
    for kind, is_step, values in _steps(written):
        if kind != "M" and not pen.lines:
            break
        pen.draw(kind, values, is_step=is_step)
    return pen.lines


def box_of(lines: Sequence[Sequence[complex]]) -> Box:
    """The box around lines; one without area where nothing is drawn."""
    points = [point for line in lines for point in line] or [0j]
    across, down = [one.real for one in points], [one.imag for one in points]
    return Box(min(across), min(down), max(across), max(down))


def _steps(written: str) -> Iterator[tuple[str, bool, list[float]]]:
    """What each step of a path does, whether from where it begins, and its numbers."""
    at = 0
    while command := _COMMAND.match(written, at):
        kind, is_step, at = command[1].upper(), command[1].islower(), command.end()
        if kind == "Z":
            yield kind, is_step, []
            continue
        begin = at
        while found := _VALUES[kind].match(written, at):
            values = [float(one) for one in found.groups()]
            if max(map(abs, values)) > _FARTHEST:
                return
            yield kind, is_step, values
            # Further places behind the one where a line begins are those that it leads to.
            kind, at = "L" if kind == "M" else kind, found.end()
        if at == begin:
            return


class _Pen(Struct):
    """Draws one step of a path behind another."""

    lines: list[Line] = field(default_factory=list)
    at: complex = 0j
    # What the last curve ended with, and its kind: a smooth one goes on so.
    handle: complex = 0j
    last: str = ""

    def draw(self, kind: str, values: list[float], *, is_step: bool) -> None:
        """Draw a step, whose numbers are counted from where it begins if it `is_step`."""
        base = self.at if is_step else 0j
        if kind == "M":
            self.lines.append([base + complex(*values)])
        elif kind == "L":
            self.lines[-1].append(base + complex(*values))
        elif kind == "Z":
            self.lines[-1].append(self.lines[-1][0])
        elif kind == "A":
            self._arc(values, base + complex(*values[5:]))
        elif kind in "HV":
            across = values[0] + base.real if kind == "H" else self.at.real
            down = values[0] + base.imag if kind == "V" else self.at.imag
            self.lines[-1].append(complex(across, down))
        else:
            points = [base + complex(*values[at : at + 2]) for at in range(0, len(values), 2)]
            self._curve([self.at, *self._smooth(kind), *points])
        self.at, self.last = self.lines[-1][-1], kind

    def _smooth(self, kind: str) -> list[complex]:
        """The point that a smooth curve goes on with."""
        if kind not in "ST":
            return []
        is_same = self.last in ("CS" if kind == "S" else "QT") and self.last != ""
        return [2 * self.at - self.handle if is_same else self.at]

    def _curve(self, points: list[complex]) -> None:
        self.handle = points[-2]
        match points:
            case [p, q, r]:
                self.lines[-1] += [a * p + b * q + c * r for a, b, c in _OF_THREE]
            case [p, q, r, s]:
                self.lines[-1] += [a * p + b * q + c * r + d * s for a, b, c, d in _OF_FOUR]

    def _arc(self, values: list[float], end: complex) -> None:
        across, down, angle, is_large, is_sweep, *_ = values
        if across == 0 or down == 0 or end == self.at:
            self.lines[-1].append(end)
            return
        turn = rect(1, radians(angle))
        begin, last = (_in_circle(one / turn, across, down) for one in (self.at, end))
        # Too small a radius is made as large as it must be.
        times = max(1.0, abs(last - begin) / 2)
        begin, last = begin / times, last / times
        half = (last - begin) / 2
        aside = 1j * half * sqrt(max(0, 1 - abs(half) ** 2)) / abs(half)
        middle = (begin + last) / 2 + (aside if is_large != is_sweep else -aside)
        angle = phase((last - middle) / (begin - middle))
        if (angle > 0) != bool(is_sweep):
            angle += 2 * pi if is_sweep else -2 * pi
        count = max(1, round(abs(angle) / (2 * pi) * _TURN_PARTS))
        for part in range(1, count):
            point = middle + (begin - middle) * rect(1, angle * part / count)
            back = complex(point.real * abs(across), point.imag * abs(down))
            self.lines[-1].append(back * times * turn)
        self.lines[-1].append(end)


def _in_circle(point: complex, across: float, down: float) -> complex:
    """A point as it lies where an ellipse is a circle of radius 1."""
    return complex(point.real / abs(across), point.imag / abs(down))
