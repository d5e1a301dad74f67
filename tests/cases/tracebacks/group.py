def collect():
    errors = []
    for text in ['1', 'x', None]:
        try:
            int(text)
        except (ValueError, TypeError) as error:
            errors.append(error)
    raise ExceptionGroup('bad numbers', errors)

collect()
