ages = {'Ada'= 36}
