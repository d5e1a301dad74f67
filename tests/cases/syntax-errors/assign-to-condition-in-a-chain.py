a = b = 1
smaller = a if a < b else b = 2
