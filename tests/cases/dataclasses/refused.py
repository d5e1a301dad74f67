# What a dataclass refuses, and in which of the library's lines.
import traceback
from dataclasses import KW_ONLY, dataclass, field


def mutable_default():
    @dataclass
    class Cart:
        items: list = []


def default_before_required():
    @dataclass
    class Point:
        x: int = 0
        y: int


def field_without_annotation():
    @dataclass
    class Point:
        x = field(default=1)


def thawed():
    @dataclass(frozen=True)
    class Point:
        x: int

    @dataclass
    class Pixel(Point):
        colour: str


def frozen():
    @dataclass
    class Point:
        x: int

    @dataclass(frozen=True)
    class Pixel(Point):
        colour: str


def ordered_but_not_equal():
    @dataclass(order=True, eq=False)
    class Point:
        x: int


def two_markers():
    @dataclass
    class Point:
        _: KW_ONLY
        x: int
        __: KW_ONLY
        y: int


def both_defaults():
    @dataclass
    class Cart:
        items: list = field(default=None, default_factory=list)


for way in (mutable_default, default_before_required, field_without_annotation, thawed, frozen,
            ordered_but_not_equal, two_markers, both_defaults):
    try:
        way()
    except (TypeError, ValueError):
        traceback.print_exc()


@dataclass
class Team:
    members: list = []
