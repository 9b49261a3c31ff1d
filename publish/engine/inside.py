"""Runs inside the browser's Python while its memory image is made.

Answers what readers will ask, opens the one door, and closes what nobody needs again.
"""

import builtins
import encodings.utf_16_le  # noqa: F401  # the door's, before imports are closed
import gc
import json
import re
import sys
import types
import unicodedata
import zipimport
from collections.abc import Callable

IMMUTABLE, HEAP = 1 << 8, 1 << 9  # Py_TPFLAGS_…TYPE
LOADED = ("__loader__", "__spec__", "__file__", "__cached__", "__doc__")
ONLY_TO_START = (
    *("site", "_sitebuiltins", "zipimport", "_frozen_importlib_external", "marshal"),
    *("os", "os.path", "posix", "posixpath", "genericpath", "stat", "_stat", "zlib"),
)
WITH_NAMES = ("name", "lookup", "_ucnhash_CAPI")  # their tables are not in the image
FOR_TERMINALS = ("copyright", "credits", "license", "help", "exit", "quit")


def without_lines(code: object) -> object:
    """The code and all code in it, without the table of its lines."""
    if not isinstance(code, types.CodeType):
        return code
    inner = tuple(map(without_lines, code.co_consts))
    return code.replace(co_linetable=b"", co_consts=inner)


def leave_out_lines() -> None:
    """Everything imported from now on is without line tables."""
    for name in ("_compile_source", "_unmarshal_code"):
        whole = getattr(zipimport, name)
        setattr(
            zipimport, name, lambda *given, whole=whole: without_lines(whole(*given))
        )


def opened() -> Callable[[bytes], bytes]:
    """The door: a request in UTF-8 → `+` and the reply, or `-` and what was raised.

    The reply is in UTF-16, which can hold half a character as a reader may type it.
    """
    from calc.browser import answer  # noqa: PLC0415  # after lines are left out

    def door(request: bytes) -> bytes:
        try:
            sign, text = b"+", answer(request.decode())
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  # the page is told
            sign, text = b"-", f"{type(error).__name__}: {error}"
        return sign + text.encode("utf-16-le", "surrogatepass")

    return door


def close() -> None:
    """Import nothing more; let go of what importing took."""
    vars(zipimport)["_zip_directory_cache"].clear()
    sys.path_importer_cache.clear()
    for found in (sys.path, sys.path_hooks, sys.meta_path):
        found.clear()
    for name in ONLY_TO_START:
        sys.modules.pop(name, None)
    vars(sys).pop("__interactivehook__", None)
    vars(sys.modules["_frozen_importlib"])["_bootstrap_external"] = None
    for module in sys.modules.values():
        for name in set(LOADED).intersection(vars(module)):
            setattr(module, name, None)
    for name in FOR_TERMINALS:
        vars(builtins).pop(name, None)
    for name in WITH_NAMES:
        delattr(unicodedata, name)
    gc.collect()
    for each in gc.get_objects():
        if isinstance(each, type) and each.__flags__ & (IMMUTABLE | HEAP) == HEAP:
            each.__doc__ = None
    sys._clear_internal_caches()  # noqa: SLF001  # what types were asked for fills again


def leave() -> None:
    """Tell image.mjs what it must know, and keep nothing here but the door."""
    found = {"door": id(door), "modules": sorted(sys.modules)}
    print(json.dumps(found))  # noqa: T201
    collect, kept = gc.collect, {"door", "__name__", "__builtins__"}
    for name in set(globals()).difference(kept):
        del globals()[name]
    collect()


leave_out_lines()
with open("/script.json", "rb") as file:  # noqa: PTH123  # pathlib would stay in memory
    script = json.load(file)
for name in script["modules"]:
    __import__(name)
door = opened()
for request in script["requests"]:
    door(request.encode())
re.purge()
close()
leave()
