"""What goes wrong: missing, damaged, read-only, full, killed. One clear line, and the old graph stands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.errors import StoreError
from pcgraph.store import is_stale, open_store
from pcgraph.store.pointer import get_pointer
from tests.store.store_samples import COUNT, copy_small, write_large

BUILD = "import sys; from pcgraph.cli import run; sys.exit(run(['build', '--data', {path!r}]))"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = copy_small(tmp_path)
    build_store(data)
    return data


def get_files(data: Path) -> list[Path]:
    """The store's files that count, as the pointer lists them."""
    pointer = get_pointer(data)
    return [data / ".pcgraph" / pointer.store / name for name in pointer.files]


def cut_in_half(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def test_store_is_refused_when_it_was_never_built(tmp_path: Path) -> None:
    data = copy_small(tmp_path)
    for read in (open_store, is_stale):
        with pytest.raises(StoreError) as caught:
            read(data)
        assert caught.value.message == f"There is no graph of {data} yet."
        assert caught.value.hint == f"Run: pcgraph build --data {data}"


def test_store_is_refused_when_there_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no dataset at"):
        open_store(tmp_path / "nowhere")


def test_hint_is_short_when_the_dataset_is_the_usual_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data" / "nottinghamshire").mkdir(parents=True)
    with pytest.raises(StoreError) as caught:
        open_store(Path("data/nottinghamshire"))
    assert caught.value.hint == "Run: pcgraph build"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"store": "../.."}', b"\xff\xfe\x00"])
def test_store_is_refused_and_built_anew_when_the_pointer_is_damaged(data: Path, content: bytes) -> None:
    (data / ".pcgraph" / "current").write_bytes(content)
    with pytest.raises(StoreError, match=r"current is damaged"):
        open_store(data)
    assert build_store(data).built
    assert open_store(data).select(COUNT).rows


def test_pointer_is_refused_when_it_leads_out_of_the_folder(data: Path) -> None:
    pointer = data / ".pcgraph" / "current"
    pointer.write_text(pointer.read_text(encoding="utf-8").replace('"store": "', '"store": "../'), encoding="utf-8")
    with pytest.raises(StoreError, match=r"current is damaged"):
        open_store(data)


@pytest.mark.parametrize("damage", [cut_in_half, Path.unlink])
def test_store_is_refused_and_built_anew_when_any_file_is_cut_or_gone(
    data: Path, damage: Callable[[Path], None]
) -> None:
    files = [file for file in get_files(data) if file.stat().st_size]
    assert len(files) > 10
    for file in files:
        content = file.read_bytes()
        damage(file)
        with pytest.raises(StoreError) as caught:
            open_store(data)
        assert caught.value.message == f"The graph of {data} is damaged."
        assert caught.value.hint == f"Run: pcgraph build --data {data}"
        file.write_bytes(content)
        assert open_store(data).select(COUNT).rows
    damage(files[0])
    assert build_store(data).built
    assert open_store(data).select(COUNT).rows


def test_damage_within_a_file_is_said_in_one_line(data: Path) -> None:
    for file in get_files(data):
        if file.suffix == ".sst":
            file.write_bytes(b"\xaa" * file.stat().st_size)
    with pytest.raises(StoreError) as caught:
        open_store(data).select(COUNT)
    assert "\n" not in caught.value.message
    assert "pcgraph build" in caught.value.hint


def test_leftovers_of_dead_builds_are_removed(data: Path) -> None:
    (data / ".pcgraph" / "tmp-dead").mkdir()
    (data / ".pcgraph" / "tmp-dead" / "quads.nq").write_text("half", encoding="utf-8")
    (data / ".pcgraph" / "0123456789abcdef").mkdir()
    (data / ".pcgraph" / ".x.tmp").write_text("half", encoding="utf-8")
    assert not build_store(data).built
    names = {entry.name for entry in (data / ".pcgraph").iterdir()}
    assert names == {".gitignore", "lock", "current", get_pointer(data).store}


def test_reader_goes_on_when_a_new_store_takes_the_place_of_its_own(data: Path) -> None:
    reader = open_store(data)
    before = reader.select(COUNT)
    (data / "anomalies.csv").unlink()
    assert build_store(data).built
    assert reader.select(COUNT) == before or sys.platform == "win32"
    assert open_store(data).select(COUNT) != before


READ_ONLY = """
import os, sys
from pathlib import Path
from pcgraph.errors import StoreError
from pcgraph.store import is_stale, open_store
from pcgraph.build import build_store

data, query = Path(sys.argv[1]), sys.argv[2]
build_store(data)
(data / "anomalies.csv").unlink()
assert is_stale(data)
for entry in [*data.parent.rglob("*"), data.parent]:
    entry.chmod(0o555 if entry.is_dir() else 0o444)
if os.geteuid() == 0:  # root may write anywhere
    os.setuid(65534)
print(is_stale(data), len(open_store(data).select(query).rows))
try:
    build_store(data)
except StoreError as error:
    print(error.message)
"""


@posix_only
def test_build_is_refused_and_reading_goes_on_when_the_folder_is_read_only() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folder is closed to other users
        data = copy_small(Path(name))
        command = [sys.executable, "-c", READ_ONLY, str(data), COUNT]
        result = subprocess.run(command, check=False, capture_output=True, text=True)
        for folder in (data.parent, *(entry for entry in data.parent.rglob("*") if entry.is_dir())):
            folder.chmod(0o755)
    lock = data / ".pcgraph" / "lock"
    assert result.stdout.splitlines() == ["True 1", f"Cannot write {lock}: permission denied."], result.stderr


def test_build_is_refused_when_a_file_has_the_place_of_the_folder(tmp_path: Path) -> None:
    data = copy_small(tmp_path)
    (data / ".pcgraph").write_text("no folder", encoding="utf-8")
    with pytest.raises(StoreError, match=r"Cannot write .*\.pcgraph"):
        build_store(data)


@posix_only
@pytest.mark.parametrize("limit", [200, 4_000, 200_000])
def test_build_keeps_the_old_graph_when_the_disk_takes_no_more(data: Path, limit: int) -> None:
    before = open_store(data).select(COUNT)
    (data / "anomalies.csv").unlink()
    script = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); " + BUILD.format(
        path=str(data)
    )
    result = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert result.returncode == 2, result.stderr
    assert result.stderr.startswith("Error: Cannot write ")
    assert len(result.stderr.splitlines()) == 1
    assert open_store(data).select(COUNT) == before
    assert not list((data / ".pcgraph").glob("tmp-*"))


STAGES = {
    "text begun": ("open", "quads.nq"),
    "text loaded": ("os.remove", "quads.nq"),
    "store loaded": ("os.rename", "store"),
    "store in place": ("shutil.rmtree", "tmp-"),
    "switch begun": ("os.rename", "current"),
}
"""What the interpreter is about to do when a build has come so far; the last step comes just before the switch."""

KILLED = """
import os, signal, sys
from pcgraph.cli import run
event, name = sys.argv[1:3]
def kill(seen, args):
    names = [os.path.basename(str(arg)) for arg in args[:2]]
    if seen == event and any(part == name or (name[-1] == "-" and part.startswith(name)) for part in names):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(kill)
run(["build", "--data", sys.argv[3]])
"""


@posix_only
@pytest.mark.parametrize("stage", list(STAGES))
def test_killed_build_leaves_the_old_store_whole(tmp_path: Path, stage: str) -> None:
    data = write_large(tmp_path / "big", 5)
    build_store(data)
    old = open_store(data).select(COUNT).rows
    write_large(data, 20)
    killed = subprocess.run([sys.executable, "-c", KILLED, *STAGES[stage], str(data)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert open_store(data).select(COUNT).rows == old
    assert is_stale(data)
    build_store(data)
    assert not is_stale(data)
    assert open_store(data).select(COUNT).rows != old
    assert len([entry for entry in (data / ".pcgraph").iterdir() if entry.is_dir()]) == 1
