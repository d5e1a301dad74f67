try:
    try:
        raise KeyError('first')
    except KeyError as error:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)]) from error
except* ValueError:
    print('value handled')
