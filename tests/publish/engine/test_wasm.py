"""The wasm that readers get, and the little that is read and written of the format."""

import json
import subprocess

import pytest
from mkdocs.exceptions import PluginError

from publish.engine import known, sections
from publish.engine.pyodide import WASM
from publish.engine.sections import Import
from publish.engine.wasm import EXPORTS, wasm

# what a browser finds in the same file
ASKS = """
  const { readFileSync } = await import("node:fs");
  const module = new WebAssembly.Module(readFileSync(0));
  const imports = WebAssembly.Module.imports(module);
  console.log(JSON.stringify({
    imports: imports.map(({ kind, module, name }) => [kind, `${module}.${name}`]),
    exports: WebAssembly.Module.exports(module).map(({ name }) => name),
  }));
"""


def test_it_gives_what_the_loader_calls_and_holds_no_data() -> None:
    parts = sections.split(wasm())
    assert sorted(sections.exports(wasm())) == sorted(EXPORTS)
    assert not {sections.DATA, sections.DATA_COUNT}.intersection(parts)
    assert len(wasm()) < len(WASM.read_bytes()) / 2


def test_what_is_read_of_it_is_what_node_reads() -> None:
    command = ["node", "--input-type=module", "--eval", ASKS]
    done = subprocess.run(command, input=wasm(), stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    assert [[i.kind, i.name] for i in sections.imports(wasm())] == found["imports"]
    assert sections.exports(wasm()) == found["exports"]


def test_splitting_and_joining_change_nothing_but_custom_sections() -> None:
    assert sections.joined(sections.split(wasm())) == wasm()


def test_signatures_are_told() -> None:
    found = {each.name: each for each in sections.imports(wasm())}
    four, one = ("i32",) * 4, ("i32",)
    name = "env._PyEM_TrampolineCall_JS"
    assert found[name] == Import(name, "function", four, one)
    name = "env.__cpp_exception"
    assert found[name] == Import(name, "tag", one)
    name = "env.__stack_pointer"
    assert found[name] == Import(name, "global", one, mutable=True)


def test_the_known_pyodide_passes() -> None:
    known.check()


def test_another_one_stops_the_build_and_says_what_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fewer = [each for each in sections.imports(wasm()) if "fd_write" not in each.name]
    monkeypatch.setattr(known, "release", lambda: "0.30.0")
    monkeypatch.setattr(
        known, "imports", lambda _: [*fewer, Import("env.new", "function")]
    )
    with pytest.raises(PluginError) as told:
        known.check()
    assert str(told.value) == (
        "Pyodide has changed: “pyodide 0.30.0”, “asks for function env.new” in place of "
        "“pyodide 0.29.5”, “asks for function wasi_snapshot_preview1.fd_write "
        "i32,i32,i32,i32 i32”; see “A new Pyodide” in CONTRIBUTING.md"
    )
