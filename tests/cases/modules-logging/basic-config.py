import logging
import sys
import time

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format='%(asctime)s %(levelname)s %(message)s')
logging.info('start')
time.sleep(1.5)
logging.warning('after %.1f seconds', 1.5)
log = logging.getLogger('a.b')
log.info('from a child')
logging.getLogger('a').setLevel(logging.ERROR)
log.info('not any more')
log.error('but this')
logging.log(logging.INFO, 'by number')
logging.disable(logging.WARNING)
logging.warning('disabled')
logging.disable(logging.NOTSET)
logging.error('bad arguments %d', 'x') if False else logging.info('end')
try:
    logging.getLogger().setLevel('LOUD')
except ValueError as error:
    print(error)
