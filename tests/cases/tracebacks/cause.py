def read_setting(settings, key):
    try:
        return int(settings[key])
    except KeyError as error:
        raise LookupError(f'no setting {key!r}') from error

read_setting({'port': '80'}, 'port')
read_setting({'port': '80'}, 'host')
