from collections import OrderDict
