ages = {'Ada': , 'Bob': 1}
