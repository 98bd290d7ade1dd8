"""One thing that the search found."""

from typing import NamedTuple


class Hit(NamedTuple):
    """`page` and `thing_id` are where it leads."""

    page: str
    thing_id: object
    title: str
    detail: str = ""
    icon: str = "user"
