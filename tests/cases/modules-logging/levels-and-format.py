import logging

logging.warning('root before config')
logging.info('not shown')
logging.basicConfig(level=logging.DEBUG, format='%(levelname)-8s %(name)s:%(lineno)d %(message)s')
logging.debug('debug shown? no: a handler was made by the first warning')
log = logging.getLogger('app')
log.setLevel(logging.INFO)
handler = logging.StreamHandler()
handler.setFormatter(logging.Formatter('%(asctime)s [%(levelname)s] %(name)s %(funcName)s: %(message)s', datefmt='%H:%M:%S'))
log.addHandler(handler)
log.propagate = False

def work():
    log.info('working on %s, %d%%', 'it', 50)
    log.debug('hidden')
    log.error('failed: %r', ['x'])
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('with traceback')
    log.critical('bye', extra={'unused': 1})

work()
print(log.level, log.name, log.isEnabledFor(logging.DEBUG), logging.getLevelName(30), log.getEffectiveLevel(), logging.getLogger('app') is log, log.parent.name, log, handler)
