"""What may stand in an SVG picture (SVG 2, W3C 2018): drawing, and nothing that acts or loads."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "http://www.w3.org/2000/svg"
XLINK_HREF: Final = "http://www.w3.org/1999/xlink href"
_XML: Final = "http://www.w3.org/XML/1998/namespace"

ELEMENTS: Final = frozenset(
    """
    svg g defs symbol use title desc style
    path rect circle ellipse line polyline polygon
    text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker
    """.split()
)
# Browsers draw a text in these alone.
HOLDING: Final = frozenset("svg g defs symbol pattern clipPath mask marker".split())
ATTRIBUTES: Final = frozenset(
    """
    id class style type version baseProfile role lang aria-label aria-labelledby aria-hidden
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points width height viewBox preserveAspectRatio
    transform transform-origin href pathLength rotate textLength lengthAdjust startOffset method
    spacing side offset
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset stop-color stop-opacity color opacity
    vector-effect paint-order display visibility overflow clip-path clip-rule mask mask-type
    color-interpolation shape-rendering text-rendering image-rendering color-rendering
    mix-blend-mode isolation
    gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
    clipPathUnits maskUnits maskContentUnits
    marker marker-start marker-mid marker-end markerUnits markerWidth markerHeight refX refY orient
    font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
    letter-spacing word-spacing text-anchor text-decoration text-transform line-height
    dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi
    enable-background pointer-events
    """.split()
) | {XLINK_HREF, f"{_XML} space", f"{_XML} lang"}
# In a value; the empty name is that of brackets of their own.
FUNCTIONS: Final = frozenset(
    """
    rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate
    skewx skewy
    """.split()
) | {""}
