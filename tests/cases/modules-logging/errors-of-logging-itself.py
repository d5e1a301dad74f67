import logging


def buy(count):
    logging.warning('bought %d apples', count)


def sell():
    logging.error('boom', exc_info=True)
    logging.exception('nothing was raised')


buy('two')
sell()
