"""`typing.override` came with Python 3.12; at run time nothing is needed, and the window starts sooner."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    _Method = TypeVar("_Method")

    def override(method: _Method) -> _Method:
        return method


__all__ = ["override"]
