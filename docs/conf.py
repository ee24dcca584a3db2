# SPDX-License-Identifier: MIT
"""How Sphinx builds the pages. Nothing here reaches for the network."""

from __future__ import annotations

import logging

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

from complaint_timescales import __version__

project = "complaint-timescales"
author = "the complaint-timescales developers"
copyright = f"2026, {author}"
version = release = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Copy what was typed: neither the prompt nor the answer.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"complaint-timescales {release}"
html_copy_source = False


def setup(app: Sphinx) -> None:
    """Show a Mermaid diagram as its text, which reads well and needs no script."""
    app.add_lexer("mermaid", TextLexer)
    # The contents name pages in their order; one that is still to be written is no fault.
    # Sphinx gives this warning no type, so `suppress_warnings` cannot name it.
    contents = logging.getLogger("sphinx.sphinx.directives.other")
    contents.addFilter(lambda record: "toctree glob pattern" not in str(record.msg))
