first, *rest = []
