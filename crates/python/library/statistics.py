"""Averages, spreads and a normal distribution; sums are exact before they are rounded once."""
from math import erf, exp, fsum, isqrt, log, sqrt, tau

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _ratio(value):
    try:
        return value.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return value, None


def _total(data):
    """The sum as a ratio, the kind of number it should come back as, and how many there were."""
    top, bottom, kind, count = 0, 1, int, 0
    for value in data:
        count += 1
        if kind is int and not isinstance(value, int):
            kind = type(value)
        n, d = _ratio(value)
        if d is None:
            rest = [value, *data]
            return sum(rest, 0.0), None, float, count + len(rest) - 1
        if d == bottom:
            top += n
        else:
            top, bottom = top * d + n * bottom, bottom * d
    return top, bottom, kind, count


def _made(top, bottom, kind):
    if bottom is None:
        return top
    if kind in (int, bool):
        return top // bottom if top % bottom == 0 else top / bottom
    if kind is float:
        return top / bottom
    return kind(top) / kind(bottom)


def mean(data):
    top, bottom, kind, count = _total(iter(data))
    if not count:
        raise StatisticsError('mean requires at least one data point')  #@ 490
    return top / count if bottom is None else _made(top, bottom * count, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')  #@ 516
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')  #@ 523
    if not fsum(weights):
        raise StatisticsError('sum of weights must be non-zero')  #@ 526
    return _dot(data, weights) / fsum(weights)


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')  #@ 557
    for value in data:
        if value < 0.0:
            raise StatisticsError('No negative inputs allowed', value)
    return exp(fsum(log(value) for value in data) / len(data)) if 0 not in data else 0.0


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')  #@ 593
    if any(value < 0 for value in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if len(data) == 1 and weights is None:
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')  #@ 609
    if 0 in data:
        return 0
    top, bottom, kind, _ = _total(weight / value if weight else 0 for weight, value in zip(weights, data))
    whole_top, whole_bottom, _, _ = _total(iter(weights))
    return _made(whole_top * bottom, whole_bottom * top, kind)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")  #@ 637
    return data


def median(data):
    data = _sorted(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = _sorted(data)
    x = data[len(data) // 2]
    before, same = sum(value < x for value in data), data.count(x)
    return float(x) - interval / 2.0 + interval * (len(data) / 2 - before) / same


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data') from None  #@ 785
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')  #@ 1074
    data = sorted(data)
    length = len(data)
    if length < 2:
        if length == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')  #@ 1080
    made = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (length - 1), n)
            made.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return made
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')  #@ 1102
    for i in range(1, n):
        j = min(max(i * (length + 1) // n, 1), length - 1)
        delta = i * (length + 1) - j * n
        made.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return made


def _squares(data, center, least, text):
    """The sum of squared distances from the mean as a ratio, the kind, and the count."""
    data = list(data)
    if len(data) < least:
        raise StatisticsError(text)
    top, bottom, kind, count = _total(iter(data))
    if center is not None:
        c_top, c_bottom = _ratio(center)
    else:
        c_top, c_bottom = top, bottom * count
    s_top, s_bottom = 0, 1
    for value in data:
        n, d = _ratio(value)
        n, d = n * c_bottom - c_top * d, d * c_bottom
        n, d = n * n, d * d
        s_top, s_bottom = (s_top + n, d) if d == s_bottom else (s_top * d + n * s_bottom, s_bottom * d)
    return s_top, s_bottom, kind, count


def variance(data, xbar=None):
    top, bottom, kind, count = _squares(data, xbar, 2, 'variance requires at least two data points')
    return _made(top, bottom * (count - 1), kind)


def pvariance(data, mu=None):
    top, bottom, kind, count = _squares(data, mu, 1, 'pvariance requires at least one data point')
    return _made(top, bottom * count, kind)


def _root(n, m):
    """The float nearest to sqrt(n / m)."""
    if not n:
        return 0.0
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        near, below = _odd_root(n, m << 2 * q) << q, 1
    else:
        near, below = _odd_root(n << -2 * q, m), 1 << -q
    return near / below


def _odd_root(n, m):
    root = isqrt(n // m)
    return root | (root * root * m != n)


def stdev(data, xbar=None):
    top, bottom, kind, count = _squares(data, xbar, 2, 'stdev requires at least two data points')
    return _root(top, bottom * (count - 1))


def pstdev(data, mu=None):
    top, bottom, kind, count = _squares(data, mu, 1, 'pstdev requires at least one data point')
    return _root(top, bottom * count)


def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    middle_x, middle_y = fsum(x) / len(x), fsum(y) / len(y)
    return [value - middle_x for value in x], [value - middle_y for value in y], middle_x, middle_y


def _dot(x, y):
    from math import sumprod
    return sumprod(x, y)


def covariance(x, y, /):
    dx, dy, _, _ = _pairs(x, y, 'covariance')
    return _dot(dx, dy) / (len(x) - 1)


def correlation(x, y, /, *, method='linear'):
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    elif method != 'linear':
        raise ValueError(f'Unknown method: {method!r}')
    dx, dy, _, _ = _pairs(x, y, 'correlation')
    spread_x, spread_y = _dot(dx, dx), _dot(dy, dy)
    root = sqrt(spread_x * spread_y)
    if not root:
        raise StatisticsError('at least one of the inputs is constant')  #@ 1346
    root += _dot((spread_x, root), (spread_y, -root)) / (2.0 * root)
    return _dot(dx, dy) / root


def _ranks(values):
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return 'LinearRegression(slope=%r, intercept=%r)' % tuple(self)


def linear_regression(x, y, /, *, proportional=False):
    if proportional:
        return LinearRegression((_dot(x, y) / _dot(x, x), 0.0))
    dx, dy, middle_x, middle_y = _pairs(x, y, 'linear regression')
    spread = _dot(dx, dx)
    if not spread:
        raise StatisticsError('x is constant')
    slope = _dot(dx, dy) / spread
    return LinearRegression((slope, middle_y - slope * middle_x))


class NormalDist:
    __slots__ = '_mu', '_sigma'

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')  #@ 1507
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')  #@ 1528
        apart = x - self._mu
        return exp(apart * apart / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')  #@ 1535
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')  #@ 1605
        return (x - self._mu) / self._sigma

    def samples(self, n, *, seed=None):
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, sqrt(self.variance + other.variance))
        return NormalDist(self._mu + other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    __radd__, __rmul__ = __add__, __mul__

    def __eq__(self, other):
        return isinstance(other, NormalDist) and (self._mu, self._sigma) == (other._mu, other._sigma)

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'NormalDist(mu={self._mu!r}, sigma={self._sigma!r})'
