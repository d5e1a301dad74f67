# Which name may have been meant.
from typing import Lst
