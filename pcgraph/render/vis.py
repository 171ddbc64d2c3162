"""The drawing library that the pyvis package carries, taken as text."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

from pcgraph.errors import PcgraphError

VIS_PATH = "lib/vis-9.1.2/vis-network.min.js"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
"""vis-network 9.1.2 as pyvis 0.3.2 carries it: what the page was tried with."""


def read_vis_script() -> str:
    """The JavaScript of vis-network, from the installed pyvis package.

    Raises:
        PcgraphError: pyvis is missing, or carries another vis-network than the one tried.
    """
    return check_vis_script(_read_installed())


def _read_installed() -> bytes:
    try:
        return files("pyvis").joinpath(VIS_PATH).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise PcgraphError(
            f"The drawing library is missing: {VIS_PATH} of the package pyvis.",
            hint="Install pcgraph's pinned requirements again (make test does).",
        ) from error


def check_vis_script(content: bytes) -> str:
    """The script as text, where it is the one that pcgraph was tried with.

    Raises:
        PcgraphError: It is another one.
    """
    found = sha256(content).hexdigest()
    if found != VIS_SHA256:
        raise PcgraphError(
            f"The drawing library in pyvis is not the one expected: sha256 {found[:12]}…, expected {VIS_SHA256[:12]}….",
            hint="Install pyvis 0.3.2, as pinned in pcgraph's requirements.",
        )
    # As the browser reads it: the hash in the page's policy is of the text with plain line ends.
    return content.decode("utf-8").replace("\r\n", "\n")
