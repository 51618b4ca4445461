"""Days of 1900 to 2100 by Python's `datetime`: every 41st, and those about each new year.

Run with `python3 calendar_days.py > calendar.json`. Each row: days since 1970, year, month, day of the
month, ISO year, ISO week, ISO weekday.
"""

import json
from datetime import date, timedelta

epoch = date(1970, 1, 1)
days = {date(1900, 1, 1) + timedelta(days=step) for step in range(0, 73_400, 41)}
days = {day for day in days if day.year <= 2100}
for year in range(1900, 2100):
    days |= {date(year, 12, 31) + timedelta(days=shift) for shift in (-3, -2, -1, 0, 1, 2, 3, 4)}
    days |= {date(year, 3, 1) + timedelta(days=shift) for shift in (-1, 0)}
rows = [
    [(day - epoch).days, day.year, day.month, day.day, *day.isocalendar()] for day in sorted(days)
]
print(json.dumps(rows, separators=(",", ":")))
