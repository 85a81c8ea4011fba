"""Sets that were read lately, decoded, for one process: bounded in bytes, shared by its threads."""

from collections import OrderedDict
from threading import Lock
from typing import Any

BYTES = 8 * 1024 * 1024


class Cache:
    """Least recently used goes first. Keys begin with the version of the data, so nothing here is ever out of date."""

    def __init__(self, most_bytes: int = BYTES) -> None:
        self._kept: OrderedDict[tuple[str, str], tuple[Any, int]] = OrderedDict()
        self._bytes = 0
        self._most = most_bytes
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Bytes of what is kept, as it was stored."""
        return self._bytes

    def get(self, version: str, key: str) -> Any | None:
        with self._lock:
            found = self._kept.get((version, key))
            if found is None:
                return None
            self._kept.move_to_end((version, key))
            return found[0]

    def put(self, version: str, key: str, value: Any, size: int) -> None:
        """Keep a value of so many bytes; what is larger than a quarter of all is not kept."""
        if size > self._most // 4:
            return
        with self._lock:
            old = self._kept.pop((version, key), None)
            self._bytes += size - (old[1] if old is not None else 0)
            self._kept[version, key] = (value, size)
            while self._bytes > self._most:
                _, (_, gone) = self._kept.popitem(last=False)
                self._bytes -= gone
