"""Self-contained pages: own templates, autoescaped, under a policy that lets nothing in from outside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has around its content.

    Attributes:
        title: The page's title and first heading.
        style: The text of its one style element.
        scripts: The texts of its scripts, in order.
        policy: Its Content-Security-Policy: exactly these texts may run, nothing may be fetched.
    """

    title: str
    style: str
    scripts: tuple[str, ...]
    policy: str


def make_frame(title: str, *, styles: Sequence[str], scripts: Sequence[str]) -> Frame:
    """The frame of a page from our own style sheets and scripts.

    Args:
        title: The page's title.
        styles: Texts of style sheets; never a user's words.
        scripts: Texts of scripts; never a user's words.

    Raises:
        ValueError: A text would end its element early.
    """
    style = "\n".join(styles)
    for text in (style, *scripts):
        if "</" in text and any(mark in text.lower() for mark in ("</script", "</style")):
            raise ValueError("a script or style sheet holds its own end tag")
    return Frame(title, style, tuple(scripts), _to_policy(style, scripts))


def _to_policy(style: str, scripts: Sequence[str]) -> str:
    """Source: Content Security Policy Level 3, section 2.3.1 (hash sources)."""
    allowed = " ".join(_to_hash_source(text) for text in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_to_hash_source(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _to_hash_source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def read_template_text(name: str) -> str:
    """A style sheet or script among the templates, with plain line ends whatever the checkout made of them."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def make_environment() -> Environment:
    """Jinja2 over our own templates: everything escaped, unknown names refused."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    return environment
