"""A page with every picture and what it shows, to look through in a browser."""

from html import escape
from pathlib import Path

__all__ = ["write_index"]

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Every page of the window</title>
<style>
body { font: 15px/1.45 sans-serif; margin: 24px; background: #faf7f2; color: #22282c; }
h2 { margin: 40px 0 12px; }
div { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 16px; }
figure { margin: 0; }
img { width: 100%; max-height: 400px; object-fit: cover; object-position: top;
      border: 1px solid #e6e0d6; border-radius: 10px; }
figcaption { font-size: 13px; color: #5c666d; }
</style></head><body><h1>Every page of the window</h1>
"""


def write_index(folder: Path, pictures: list[tuple[str, str, str]]) -> Path:
    """Write index.html; each picture is a page, how it is shown, and the name of its file."""
    pages: dict[str, list[tuple[str, str]]] = {}
    for page, how, file in pictures:
        pages.setdefault(page, []).append((how, file))
    index = folder / "index.html"
    sections = "".join(_section(page, shown) for page, shown in pages.items())
    index.write_text(f"{_HEAD}{sections}</body></html>\n", encoding="utf-8")
    return index


def _section(page: str, shown: list[tuple[str, str]]) -> str:
    figures = "".join(
        f'<figure><a href="{escape(file)}"><img loading="lazy" src="{escape(file)}" '
        f'alt="{escape(page)}, {escape(how)}"></a>'
        f"<figcaption>{escape(how)}</figcaption></figure>\n"
        for how, file in shown
    )
    return f"<h2>{escape(page)}</h2>\n<div>\n{figures}</div>\n"
