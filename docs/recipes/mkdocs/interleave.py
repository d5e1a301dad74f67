# Tells Markdown that the element holds blocks, as a div does.
from markdown.util import BLOCK_LEVEL_ELEMENTS

BLOCK_LEVEL_ELEMENTS.append("interleave-play")
