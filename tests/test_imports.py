"""Who may import whom: the rules, checked line by line, and proved in a new process."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# what each room may import of calc, besides itself
ROOMS = {
    "maths": set[str](),
    "model": set[str](),
    "presets": {"model"},
    "calculators": {"maths", "model", "presets"},
    "render": {"model"},
    "export": {"model"},
    "browser": {"calculators", "render", "export", "model"},
    "cli": {"calculators", "model", "export"},
    "__main__": {"cli"},
    "__init__": {"calculators"},
}
PURE = {
    *("collections", "contextlib", "datetime", "decimal"),
    *("enum", "functools", "itertools", "re", "typing", "unicodedata"),
}
# what a room may import of the standard library, besides the above
EXTRA = {
    "render": {"json"},
    "export": {"hashlib"},
    "browser": {"json"},
    "cli": {"argparse", "json", "sys"},
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
        elif isinstance(node, ast.ImportFrom) and node.module == "calc":
            yield from ((node.lineno, f"calc.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "" if node.level else node.module or ""


def broken(name: str, source: str) -> Iterator[str]:
    """Each line of a file of calc that breaks a rule."""
    room = name.partition("/")[0].removesuffix(".py")
    for line, module in imports(source):
        top, _, rest = module.partition(".")
        of_calc = top == "calc"
        allowed = {room} | ROOMS[room] if of_calc else PURE | EXTRA.get(room, set())
        if (rest.partition(".")[0] if of_calc else top) not in allowed:
            yield f"calc/{name}:{line}: {room} must not import {module}"


def test_every_file_of_calc_keeps_the_rules() -> None:
    files = sorted((ROOT / "calc").rglob("*.py"))
    assert len(files) > 30
    found = [
        line
        for path in files
        for line in broken(
            path.relative_to(ROOT / "calc").as_posix(), path.read_text(encoding="utf-8")
        )
    ]
    assert not found


def test_the_press_never_reaches_past_the_doors() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: publish must not import {module}"
        for path in sorted((ROOT / "publish").rglob("*.py"))
        for line, module in imports(path.read_text(encoding="utf-8"))
        if module.startswith("calc.") and module.split(".")[1] in UNSEEN_BY_PUBLISH
    ]
    assert not found


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("maths/days.py", "import json"),
        ("maths/days.py", "from calc.model import fields"),
        ("model/fields.py", "from calc.maths.days import due_dates"),
        ("model/fields.py", "from calc import calculators"),
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
