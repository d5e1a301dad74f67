import logging
import io

stream = io.StringIO()
log = logging.getLogger('demo')
log.setLevel('DEBUG')
memory = logging.StreamHandler(stream)
memory.setLevel(logging.WARNING)
memory.setFormatter(logging.Formatter('{levelname}|{message}', style='{'))
file = logging.FileHandler('app.log', mode='w')
file.setFormatter(logging.Formatter('%(relativeCreated)d %(threadName)s %(message)s'))
log.addHandler(memory)
log.addHandler(file)
log.debug('detail')
log.warning('careful')
file.close()
print(repr(stream.getvalue()), repr(open('app.log').read()))

class Only(logging.Filter):
    def filter(self, record):
        return 'keep' in record.getMessage()

class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []
    def emit(self, record):
        self.records.append((record.levelname, record.getMessage(), record.args))

h = ListHandler()
h.addFilter(Only())
log.addHandler(h)
log.removeHandler(file)
log.info('keep %s', 'me')
log.info('drop me')
print(h.records, log.handlers[-1] is h, log.hasHandlers())
log.addHandler(logging.NullHandler())
log.warn('old name') if hasattr(log, 'warn') else None
