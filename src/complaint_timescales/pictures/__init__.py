# SPDX-License-Identifier: MIT
"""Time limits and cases as pictures: SVG text that is still, complete in words, and plain in grey.

A picture has no script and asks for nothing from elsewhere. Nothing in it is said by colour
alone, and its description says in words all that it shows.
"""

from complaint_timescales.pictures._strip import calendar_strip
from complaint_timescales.pictures._timeline import timeline

__all__ = ["calendar_strip", "timeline"]
