"""Writes decimals.csv: decimal texts and the bits of the nearest double by Python's float().

Run in this folder: python3 decimals.py   (written with Python 3.11; float() rounds correctly)
"""
import random
import struct
from fractions import Fraction

random.seed(21)


def texts():
    yield from ["0", "-0", "1", "9007199254740993", "9007199254740992.5", "1e23", "8.5e-3", "1e22",
                "1e-22", "9007199254740991e22", "1.7976931348623157e308", "1e308", "4.9e-324",
                "5e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1e-400",
                "2.2250738585072011e-308", "2.2250738585072014e-308", "2.225073858507201e-308",
                "179769313486231570000e288", "0." + "0" * 400 + "1e401", "1" + "0" * 400 + "e-400",
                "18446744073709551615", "18446744073709551616", "9999999999999999999e-19",
                "0.1", "0.2", "0.3", "123456789.123456789", "6.02214076e23", "1e-19"]
    # Exact halves between two neighbours, written in full, and a last digit more or less.
    for _ in range(60):
        bits = random.randrange(0x3000000000000000, 0x4900000000000000)
        low = Fraction(struct.unpack("<d", struct.pack("<Q", bits))[0])
        high = Fraction(struct.unpack("<d", struct.pack("<Q", bits + 1))[0])
        middle = (low + high) / 2
        scale = middle.denominator.bit_length() - 1
        digits = str(middle.numerator * 5**scale)
        yield f"{digits}e-{scale}"
        yield f"{digits}1e-{scale + 1}"
        yield f"{int(digits) - 1}e-{scale}"
    # Halves with few digits, which the integer division must round to even.
    for _ in range(60):
        odd = random.randrange(2**52, 2**53) * 2 + 1
        yield str(odd)
        yield f"{odd * 5 ** 2}e-2"
    for _ in range(100):
        value = struct.unpack("<d", struct.pack("<Q", random.randrange(1, 0x7FEFFFFFFFFFFFFF)))[0]
        yield repr(value)
        yield "%.17e" % value


with open("decimals.csv", "w") as file:
    file.write("text,bits\n")
    for text in texts():
        bits = struct.unpack("<Q", struct.pack("<d", float(text)))[0]
        file.write(f"{text},{bits:016x}\n")
