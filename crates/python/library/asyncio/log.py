"""The logger that asyncio writes to. It is made when it is asked for, since most programs do without logging."""
from logging import getLogger

logger = getLogger('asyncio')
