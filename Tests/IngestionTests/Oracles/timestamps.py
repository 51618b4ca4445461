"""Writes timestamps.csv, zone_offsets.csv and local_times.csv with Python's datetime and zoneinfo.

Run in this folder: python3 timestamps.py   (written with Python 3.11, tzdata 2025b)
"""
import csv
import random
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia",
         "Europe/Moscow", "Asia/Kathmandu", "America/Sao_Paulo", "Asia/Kolkata"]
random.seed(20)


def milliseconds(moment):
    return (moment - EPOCH) // timedelta(milliseconds=1)


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def iso_rows():
    for _ in range(400):
        zone = random.choice(ZONES)
        moment = datetime(1900, 1, 1) + timedelta(
            seconds=random.randrange(0, 199 * 365 * 86400), microseconds=random.randrange(10**6))
        if moment.year < 1971 or moment.year > 2036:
            zone = "UTC"
        offset = random.choice([None, None, "Z", "+05:30", "-0930", "+02", "-00:01"])
        text = moment.strftime("%Y-%m-%d")
        form = random.choice(["date", "minute", "second", "milli", "micro"])
        if form == "date":
            moment = moment.replace(hour=0, minute=0, second=0, microsecond=0)
            offset = None
        else:
            text += random.choice("T ") + moment.strftime("%H:%M")
            if form == "minute":
                moment = moment.replace(second=0, microsecond=0)
            else:
                text += moment.strftime(":%S")
                if form == "second":
                    moment = moment.replace(microsecond=0)
                elif form == "milli":
                    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
                    text += moment.strftime(".%f")[:4]
                else:
                    text += moment.strftime(".%f")
        if offset:
            read = datetime.fromisoformat(text + offset.replace("Z", "+00:00"))
            text += offset
        else:
            read = moment.replace(tzinfo=ZoneInfo(zone), fold=0)
        yield text, zone, milliseconds(read)


def offset_rows():
    for zone in ZONES:
        for _ in range(60):
            second = random.randrange(0, 2145916800)  # up to 2037
            local = datetime.fromtimestamp(second, ZoneInfo(zone))
            day = (local.date() - EPOCH.date()).days
            yield zone, second * 1000, int(local.utcoffset().total_seconds()) * 1000, day
        # Just before and at each change of the years 2011 to 2014.
        second = 1293840000
        while second < 1420070400:
            here = datetime.fromtimestamp(second, ZoneInfo(zone)).utcoffset()
            next_offset = datetime.fromtimestamp(second + 1800, ZoneInfo(zone)).utcoffset()
            if here != next_offset:
                for instant in (second + 1799, second + 1800):
                    local = datetime.fromtimestamp(instant, ZoneInfo(zone))
                    day = (local.date() - EPOCH.date()).days
                    yield zone, instant * 1000, int(local.utcoffset().total_seconds()) * 1000, day
            second += 1800


def local_rows():
    """Every quarter of an hour around the changes: skipped and repeated times are among them."""
    days = [("Europe/Berlin", 2013, 3, 31), ("Europe/Berlin", 2013, 10, 27),
            ("America/New_York", 2021, 3, 14), ("America/New_York", 2021, 11, 7),
            ("Australia/Lord_Howe", 2019, 4, 7), ("Australia/Lord_Howe", 2019, 10, 6),
            ("Pacific/Apia", 2011, 12, 30), ("Europe/Moscow", 2014, 10, 26)]
    for zone, year, month, day in days:
        start = datetime(year, month, day)
        for quarter in range(-4, 100, 1):
            local = start + timedelta(minutes=15 * quarter)
            instant = local.replace(tzinfo=ZoneInfo(zone), fold=0)
            yield (zone, milliseconds(local.replace(tzinfo=timezone.utc)),
                   milliseconds(instant.astimezone(timezone.utc)))


write("timestamps.csv", ["text", "zone", "utc"], iso_rows())
write("zone_offsets.csv", ["zone", "utc", "offset", "day"], offset_rows())
write("local_times.csv", ["zone", "local", "utc"], local_rows())
