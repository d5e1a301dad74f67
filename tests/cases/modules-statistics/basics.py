import statistics as st

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data))
print(st.mean([1, 2]), st.mean([1.5, 2.5]), st.fmean([1, 2, 4]), st.median([3, 1]), st.median_low([1, 4]), st.median_high([1, 4]), st.multimode('aabbc'), st.harmonic_mean([40, 60]), st.geometric_mean([1, 4]), st.quantiles(range(1, 10)), st.mode(['red', 'blue', 'red']))
print(st.mean([True, 3]), st.fmean([1, 2], weights=[3, 1]), st.correlation([1, 2, 3], [2, 4, 6]), st.covariance([1, 2, 3], [1, 5, 7]), st.linear_regression([1, 2, 3], [3, 5, 7]))
for bad in [lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.mean(['a'])]:
    try:
        print(bad())
    except (st.StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
