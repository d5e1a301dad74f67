import math
temperature = 20
def report():
    celsius = 5
    return celcius + temprature
print(report())
