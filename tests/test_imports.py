"""Who may import whom: the rules, checked line by line, and proved in a new process."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# what each room may import of calc, besides itself
ROOMS = {
    "money": set[str](),
    "maths": {"money"},
    "reading": set[str](),
    "model": {"money", "reading"},
    "presets": {"model"},
    "calculators": {"money", "maths", "model", "presets", "reading"},
    "render": {"model"},
    "export": {"money", "model"},
    "browser": {"calculators", "render", "export", "model"},
    "usage": {"calculators", "model"},
    "cli": {"calculators", "model", "export", "usage"},
    "__main__": {"cli"},
    "__init__": {"calculators", "maths", "model", "money"},
}
PACKAGES = ("calc", "publish")
PURE = {
    *("collections", "contextlib", "datetime", "decimal"),
    *("enum", "functools", "itertools", "re", "typing", "unicodedata"),
}
# what a room may import of the standard library, besides the above
EXTRA = {
    "model": {"keyword"},
    "render": {"json"},
    "export": {"hashlib"},
    "browser": {"json"},
    "usage": {"json"},
    "cli": {"argparse", "json", "os", "sys"},
}
# what each room of the press may import of it, besides itself
PRESS = {
    "files": set[str](),
    "mistakes": set[str](),
    "scripts": {"files"},
    "writing": {"files", "mistakes"},
    "theme": {"files", "mistakes", "scripts"},
    "engine": {"files", "scripts"},
    "copies": {"files", "scripts", "engine", "theme"},
    "hooks": {"files", "mistakes", "writing", "theme", "engine", "copies"},
    "build": {"files", "copies"},
    "serve": {"files", "build"},
    "__main__": {"build", "serve", "copies"},
    "__init__": set[str](),
}
UNSEEN_BY_PUBLISH = {"maths", "cli"}

PROOF = """
import io, json, sys
from contextlib import redirect_stdout
sys.path.insert(0, sys.argv[1])
from calc.browser import answer
from calc.calculators import ALL
from calc.cli import main
for name in ALL:
    for export in ("ics", "csv"):
        answer(json.dumps({"calculator": name, "export": export}))
    for hostile in ("", "x"):
        wrong = dict.fromkeys(ALL[name].inputs, hostile)
        answer(json.dumps({"calculator": name, "answers": wrong}))
    with redirect_stdout(io.StringIO()):
        main([name])
        main([name, "--json", "{}"])
for name, module in sorted(sys.modules.items()):
    top = name.partition(".")[0]
    if top not in sys.stdlib_module_names and top not in ("__main__", "calc"):
        print(name, getattr(module, "__file__", None))
"""


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Each imported module with its line; a relative one has no name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module in PACKAGES:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from ((node.lineno, name) for name in names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "" if node.level else node.module or ""


def room_of(name: str) -> str:
    return name.partition("/")[0].removesuffix(".py")


def broken(name: str, source: str) -> Iterator[str]:
    """Each line of a file of calc that breaks a rule."""
    room = room_of(name)
    for line, module in imports(source):
        top, _, rest = module.partition(".")
        of_calc = top == "calc"
        allowed = {room} | ROOMS[room] if of_calc else PURE | EXTRA.get(room, set())
        if (rest.partition(".")[0] if of_calc else top) not in allowed:
            yield f"calc/{name}:{line}: {room} must not import {module}"


def broken_in_press(name: str, source: str) -> Iterator[str]:
    """Each line of a file of the press that breaks a rule."""
    room = room_of(name)
    for line, module in imports(source):
        top, _, rest = module.partition(".")
        door = rest.partition(".")[0]
        if not module or (
            door in UNSEEN_BY_PUBLISH
            if top == "calc"
            else top == "publish" and door not in PRESS[room] | {room}
        ):
            yield f"publish/{name}:{line}: {room} must not import {module}"


def files(folder: str) -> dict[str, str]:
    """The text of every module below the folder, by its name there."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    below = ROOT / folder
    return {p.relative_to(below).as_posix(): p.read_text("utf-8") for p in paths}


@pytest.mark.parametrize(
    ("folder", "rule"), [("calc", broken), ("publish", broken_in_press)]
)
def test_every_file_keeps_the_rules(
    folder: str, rule: Callable[[str, str], Iterator[str]]
) -> None:
    texts = files(folder)
    assert len(texts) > 30
    assert not [line for each in texts.items() for line in rule(*each)]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("files.py", "from publish.writing.cases import case"),
        ("writing/tables.py", "from publish import hooks"),
        ("writing/tables.py", "from publish.theme.search import write"),
        ("writing/tables.py", "from calc.maths.days import due_dates"),
        ("writing/tables.py", "from .cases import case"),
        ("theme/paint.py", "import publish.copies.single"),
        ("engine/wheel.py", "from publish.copies.version import version"),
        ("copies/single.py", "from publish.writing.sources import sources"),
        ("copies/single.py", "from calc.cli import main"),
    ],
)
def test_a_rule_of_the_press_is_named_with_its_line(name: str, line: str) -> None:
    (said,) = broken_in_press(name, f'"""Broken."""\n\n{line}\n')
    assert said.startswith(f"publish/{name}:3: ")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("maths/days.py", "import json"),
        ("maths/days.py", "from calc.model import fields"),
        ("model/fields.py", "from calc.maths.days import due_dates"),
        ("model/fields.py", "from calc import calculators"),
        ("money.py", "from calc.maths.days import due_dates"),
        ("presets.py", "import calc.render.html"),
        ("calculators/plan.py", "from calc.export import file"),
        ("calculators/plan.py", "import numpy.linalg"),
        ("calculators/plan.py", "from .late_fee import late_fee"),
        ("render/form.py", "from calc.calculators.plan import METHODS"),
        ("browser.py", "from calc.cli import main"),
        ("cli.py", "from calc.render.form import form"),
    ],
)
def test_a_broken_rule_is_named_with_its_line(name: str, line: str) -> None:
    (said,) = broken(name, f'"""Broken."""\n\n{line}\n')
    assert said.startswith(f"calc/{name}:3: ")


def test_calc_loads_nothing_but_the_standard_library() -> None:
    command = [sys.executable, "-I", "-S", "-c", PROOF, str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
