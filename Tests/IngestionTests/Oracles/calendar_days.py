"""Writes calendar_days.csv: days since 1970-01-01 by Python's date.toordinal().

Run in this folder: python3 calendar_days.py   (written with Python 3.11)
"""
import random
from datetime import date, timedelta

random.seed(22)
epoch = date(1970, 1, 1).toordinal()
fixed = [date(1, 1, 1), date(9999, 12, 31), date(1970, 1, 1), date(1969, 12, 31),
         date(2000, 2, 29), date(1900, 2, 28), date(1900, 3, 1), date(2100, 2, 28),
         date(2100, 3, 1), date(1600, 2, 29)]
with open("calendar_days.csv", "w") as file:
    file.write("year,month,day,days\n")
    for day in fixed + [date.fromordinal(random.randrange(1, 3652059)) for _ in range(300)]:
        file.write(f"{day.year},{day.month},{day.day},{day.toordinal() - epoch}\n")
