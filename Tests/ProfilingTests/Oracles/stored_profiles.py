"""The stored form, versions 1 to 7, of two small profiles, written from the description of the format alone.

Run with `python3 stored_profiles.py > stored_profiles.json`.

A whole number is written seven bits a byte, least significant first. A list is its length and its
elements. A sum is a flag word (1: negative, 2: overflowed), the number of zero digits left out, and the
digits to the base 2^32 of its magnitude in units of 2^-1074.

From version 4 on, the lists that grow with the data are packed. A packed list is the parameter p of
its Golomb-Rice code (of those from two below to one above the bits of the mean the one that takes fewest
bits, of equal ones the smallest), and the bits, lowest first, filled up to a whole byte:
n // 2^p ones, a zero, and the p lower bits of n; 24 ones and 64 bits of n if there were 24 or more. A
list of ascending numbers is the zero bits that all of them end with, the first number and the distances
of the others without these, the latter packed. Cells are their number and twice, for those between anchors and those at anchors: how many are not zero,
and if any is, whether fewer than a third (rounded down) are: then their places ascending and their
counts less one, packed, else all counts, packed. Counts of numbers are 1, how many numbers,
and if any, one more than the decimals that all of them have (from version 6 on 14: whole seconds, as parts of a day,
15: whole milliseconds; 0: none of these), the numbers in units of the last decimal or of these, as 64 bits with the sign bit turned, or their sortable bits, ascending, and the counts less one, packed.

From version 7 on:
- A sum is a word (1: negative, 2: overflowed, 4 times the zero bytes left out at the low end), how many bytes follow,
  and these, the least significant first, without zeros at the high end.
- A list of names is how many, and of each the bytes that it shares with the one before it from the start, how many
  others there are, and these.
- A list of counts is how many are not zero, and if any is, a form: 1 if fewer than a third are (as above); else 2,
  a middle and the folded counts, packed, if the counts are two on the average and their folded ones add up to less;
  else 0 and the counts, packed. The middle m is the median (of an even number the upper one; from a mean of 256
  on without the lower bits of that mean's excess over 8). A count n is folded to n if it is above 2m, to 2(n - m)
  from m on, to 2(m - n) - 1 below. Cells are their number and two lists of counts, categories a list of names and
  one of counts, counts of numbers end with a list of the counts less one.
- Columns are a list of their names, and what each holds.
- A distinct count is the number of its hashes, with 256 added if it is full, and these ascending: of up to 255 values the
  first 40 bits of all; else the smallest 256 of all different codes. With the first 40 bits h of a hash, of which n
  stand behind the first one: h if n is below 24; else h // 2^(n - 23) + (n - 23) * 2^23.
- Slices come without their scores or errors, those of several classes with the list of these. They follow: first those of all rows, then for each list of
  attributes, in order of appearance, each kind of numbers of its slices as parts of the same of all rows.
- Parts are 0 and each by itself, or 1, the order of the parts by their rows, the largest first, of equal ones in their
  order, with one more behind them for rows that belong to none, and the place in that order of each row's part,
  packed, the rows ascending by number, and of equal numbers by part. The latter only if each number occurs in
  all rows as often as in the parts at least, and this takes fewer bits than the sum, over the parts, of the
  different numbers of each times 2 plus the bits of all different numbers // those of the part, less one.
- Scores of groups are their slices, and the parts, of the scores of all rows if there is one class of these.
"""

import json
import struct
from fractions import Fraction


def word(number):
    result = bytearray()
    while number >= 0x80:
        result.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(result + bytes([number]))


PACKED = False
VERSION = 1


def bits_of(number, width):
    return [number >> i & 1 for i in range(width)]


def rice(number, parameter):
    upper = number >> parameter
    if upper >= 24:
        return [1] * 24 + bits_of(number, 64)
    return [1] * upper + [0] + bits_of(number, parameter)


def packed(numbers):
    if not numbers:
        return b""
    near = int(sum(numbers) / len(numbers)).bit_length()
    candidates = range(max(near - 2, 0), min(near + 1, 63) + 1)
    size, parameter = min((sum(len(rice(n, p)) for n in numbers), p) for p in candidates)
    bits = [bit for number in numbers for bit in rice(number, parameter)]
    bits += [0] * (-len(bits) % 8)
    groups = [bits[start:start + 8] for start in range(0, len(bits), 8)]
    return word(parameter) + bytes(sum(bit << i for i, bit in enumerate(group)) for group in groups)


def ascending(numbers):
    shift = 0
    while numbers and shift < 64 and all(n % 2 ** (shift + 1) == 0 for n in numbers):
        shift += 1
    shifted = [n >> shift for n in numbers]
    if not numbers:
        return word(shift)
    return word(shift) + word(shifted[0]) + packed([b - a for a, b in zip(shifted, shifted[1:])])


def text(value):
    return word(len(value.encode())) + value.encode()


def listed(elements):
    return word(len(elements)) + b"".join(elements)


def names(texts):
    result, previous = word(len(texts)), b""
    for value in texts:
        letters = value.encode()
        shared = 0
        while shared < min(len(letters), len(previous)) and letters[shared] == previous[shared]:
            shared += 1
        result += word(shared) + word(len(letters) - shared) + letters[shared:]
        previous = letters
    return result


def list_of_counts(counts):
    filled = sum(count > 0 for count in counts)
    result = word(filled)
    if not filled:
        return result
    if filled < len(counts) // 3:
        places = [index for index, count in enumerate(counts) if count]
        return result + word(1) + ascending(places) + packed([counts[i] - 1 for i in places])
    if sum(counts) >= 2 * len(counts):
        shift = max(0, (sum(counts) // len(counts)).bit_length() - 8)
        middle = sorted(count >> shift for count in counts)[len(counts) // 2] << shift
        folded = [
            n if n > 2 * middle else 2 * (n - middle) if n >= middle else 2 * (middle - n) - 1
            for n in counts]
        if sum(folded) < sum(counts):
            return result + word(2) + word(middle) + packed(folded)
    return result + word(0) + packed(counts)


def distinct(hashes):
    kept = sorted({h >> 24 for h in hashes})
    if len(kept) < 256:
        return word(len(kept)) + ascending(kept)

    def code(h):
        behind = h.bit_length() - 1
        return h if behind < 24 else (h >> behind - 23) + (behind - 23) * 2**23

    codes = sorted({code(h) for h in kept})[:256]
    return word(256 + len(codes)) + ascending(codes)


def parts(lists, whole):
    result = b"\0" + b"".join(value_counts(part) for part in lists)
    if whole is None or any(part.get(v, 0) > whole[v] if v in whole else True for part in lists for v in part):
        return result
    rows = []
    for value in sorted(whole):
        members = [number for number, part in enumerate(lists) for _ in range(part.get(value, 0))]
        if len(members) > whole[value]:
            return result
        rows += members + [len(lists)] * (whole[value] - len(members))
    order = sorted(range(len(lists) + 1), key=lambda number: (-rows.count(number), number))
    ranks = [order.index(member) for member in rows]
    least = sum(len(p) * ((len(whole) // len(p)).bit_length() - 1 + 2) for p in lists if p)
    bits = min(sum(len(rice(rank, p)) for rank in ranks) for p in range(8))
    if not rows or bits >= least:
        return result
    return b"\1" + b"".join(word(number) for number in order) + packed(ranks)


def exact_sum(terms):
    total = sum(map(Fraction, terms), Fraction(0)) * 2**1074
    assert total.denominator == 1
    magnitude, digits = abs(total.numerator), []
    while magnitude:
        digits.append(magnitude & 0xFFFFFFFF)
        magnitude >>= 32
    if VERSION >= 7:
        magnitude, zeros = abs(total.numerator), 0
        while magnitude and magnitude % 256 == 0:
            magnitude, zeros = magnitude // 256, zeros + 1
        bytes_ = magnitude.to_bytes((magnitude.bit_length() + 7) // 8, "little")
        return word((1 if total < 0 else 0) + 4 * zeros) + word(len(bytes_)) + bytes_
    skipped = 0
    while digits and digits[0] == 0:
        digits.pop(0)
        skipped += 1
    return word(1 if total < 0 else 0) + word(skipped) + listed([word(d) for d in digits])


def moments(values):
    exact = [Fraction(v) for v in values]
    return word(len(values)) + exact_sum(exact) + exact_sum([v * v for v in exact])


def sparse(counts):
    if VERSION >= 7:
        lists = (counts[0::2], counts[1::2])[:len(counts)]
        return word(len(counts)) + b"".join(list_of_counts(part) for part in lists)
    if PACKED:
        result = word(len(counts))
        for part in (counts[0::2], counts[1::2])[:len(counts)]:
            places = [index for index, count in enumerate(part) if count]
            result += word(len(places))
            if places and len(places) < len(part) // 3:
                result += b"\x01" + ascending(places) + packed([part[i] - 1 for i in places])
            elif places:
                result += b"\x00" + packed(part)
        return result
    entries, following = [], 0
    for index, count in enumerate(counts):
        if count:
            entries.append(word(index - following) + word(count))
            following = index + 1
    return word(len(counts)) + listed(entries)


def double(value):
    return struct.pack("<d", value)


def key(value):
    (pattern,) = struct.unpack("<Q", double(value))
    return pattern ^ (2**64 - 1) if pattern >> 63 else pattern | 2**63


def value_counts(counts):
    if PACKED:
        values = sorted(counts)
        result = b"\x01" + word(len(values))
        if values:
            units = [10**d for d in range(13)] + [86_400, 86_400_000]
            form = next(
                number for number, unit in enumerate(units)
                if all(round(Fraction(v) * unit) / unit == v for v in values))
            wholes = [round(Fraction(v) * units[form]) + 2**63 for v in values]
            result += word(form + 1) + ascending(wholes)
            less = [counts[value] - 1 for value in values]
            result += list_of_counts(less) if VERSION >= 7 else packed(less)
        return result
    previous, entries = 0, []
    for value in sorted(counts):
        entries.append(word(key(value) - previous) + word(counts[value]))
        previous = key(value)
    return b"\x01" + listed(entries)


def stable_hash(value):
    (state,) = struct.unpack("<Q", double(value))
    mask = 2**64 - 1
    state = (state + 0x9E3779B97F4A7C15) & mask
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & mask
    return state ^ (state >> 31)


def stored_hashes(hashes):
    if VERSION >= 7:
        return distinct(hashes)
    if PACKED:
        return word(len(hashes)) + ascending(sorted(hashes))
    return listed([word(h) for h in sorted(hashes)])


def numeric(values, anchors, missing, malformed):
    cells = [0] * (2 * len(anchors) + 1)
    off = set()
    for value in values:
        if value in anchors:
            cells[2 * anchors.index(value) + 1] += 1
        else:
            cells[2 * sum(a < value for a in anchors)] += 1
            off.add(stable_hash(value))
    return (
        word(0) + sparse(cells) + moments(values)
        + b"\x01" + double(min(values)) + b"\x01" + double(max(values))
        + stored_hashes(off)
        + word(missing) + word(malformed)
    )


def named(counts):
    if VERSION >= 7:
        return names(sorted(counts)) + list_of_counts([counts[name] for name in sorted(counts)])
    return listed([text(name) + word(counts[name]) for name in sorted(counts)])


def categorical(known, unseen, missing):
    return word(1) + named(known) + named(unseen) + word(0) + word(missing)


def slice_of(parts):
    return listed([text(name) + b"\x01" + text(value) for name, value in parts])


def within(parts, name, summary):
    return slice_of(parts) + text(name) + summary


def columns(summaries):
    if VERSION >= 7:
        return names(sorted(summaries)) + b"".join(summaries[name] for name in sorted(summaries))
    return listed([text(name) + summaries[name] for name in sorted(summaries)])


def bodies(delays):
    input_body = (
        word(2)
        + columns({
            "age": numeric([20.0, 35.5, -1.25, 40.0, 40.0], [20.0, 30.0, 40.0], 1, 1),
            "town": categorical({"Bern": 4, "Zürich": 1}, {"Genf": 1}, 1),
        })
        + listed([
            slice_of([]) + word(7) + word(6) + word(300),
            slice_of([("sex", "f"), ("race", "é")]) + word(3) + word(3) + word(1),
        ])
        + word(1)
        + value_counts({0.0: 2, 12.5: 3})
    )

    scores = value_counts({0.5: 1, 0.75: 1}) + value_counts({-0.25: 1, 0.5: 1})
    outcome_body = (
        listed([
            slice_of([]) + word(5)
            + word(0) + word(2) + word(1) + word(1) + word(0)
            + (scores if VERSION < 7 else b"") + moments([0.5, 0.25]) + moments([])
        ])
        + (scores if VERSION >= 7 else b"")
        + columns({"bought": categorical({"0": 2, "1": 3}, {}, 0)})
        + value_counts(delays)
    )

    # Version 2 adds the scores of each class by answer, and the errors by decile of the prediction.
    scores = listed([text("1") + value_counts({0.25: 3, 0.75: 300}) + value_counts({-0.5: 2})])
    losses = listed([moments([0.5, 2.0]) + moments([0.25, 4.0]), moments([]) + moments([])])

    # Version 3 adds columns within slices.
    sliced = listed([
        within([("sex", "f")], "age", numeric([20.0, 40.0], [20.0, 30.0, 40.0], 1, 0)),
        within([("sex", "f"), ("race", "é")], "town", categorical({"Bern": 1}, {}, 2)),
    ])
    sliced_labels = listed([within([("sex", "f")], "bought", categorical({"0": 2}, {}, 0))])
    # Version 5 adds the scores of groups, with a label or without.
    groups = [
        (slice_of([("sex", "f")]), {0.25: 2, 0.5: 7}),
        (slice_of([("sex", "f"), ("race", "é")]), {-3.0: 1}),
    ]
    if VERSION >= 7:
        everybody = {0.25: 3, 0.75: 300, -0.5: 2}
        group_scores = listed([key for key, _ in groups]) + b"".join(
            parts([counts], everybody) for _, counts in groups)
    else:
        group_scores = listed([key + value_counts(counts) for key, counts in groups])
    return input_body, outcome_body, scores, losses, sliced, sliced_labels, group_scores


input_body, outcome_body, scores, losses, sliced, sliced_labels, group_scores = bodies({1.5: 5})
stored = {
    "input": word(1) + input_body, "outcome": word(1) + outcome_body,
    "input2": word(2) + input_body + scores, "outcome2": word(2) + outcome_body + losses,
    "input3": word(3) + input_body + scores + sliced,
    "outcome3": word(3) + outcome_body + losses + sliced_labels,
}
PACKED = True
input_body, outcome_body, scores, losses, sliced, sliced_labels, group_scores = bodies({1.5: 5})
stored["input4"] = word(4) + input_body + scores + sliced
stored["outcome4"] = word(4) + outcome_body + losses + sliced_labels
stored["input5"] = word(5) + input_body + scores + sliced + group_scores
stored["outcome5"] = word(5) + outcome_body + losses + sliced_labels

# Version 6 knows whole seconds and milliseconds as parts of a day.
stored["input6"] = word(6) + input_body + scores + sliced + group_scores
for name, delays in (
    ("outcome6", {-1 / 86_400: 1, 1 / 86_400: 3, 1.5: 2}),
    ("outcome6ms", {1 / 86_400_000: 7, 123_456_789 / 86_400_000: 1}),
):
    stored[name] = word(6) + bodies(delays)[1] + losses + sliced_labels

# Version 7 knows shorter hashes, folded counts and parts of rows.
VERSION = 7
input_body, outcome_body, scores, losses, sliced, sliced_labels, group_scores = bodies({1.5: 5})
stored["input7"] = word(7) + input_body + scores + sliced + group_scores
stored["outcome7"] = word(7) + outcome_body + losses + sliced_labels


def slice_counts(rows):
    return word(rows) + word(rows) + word(0)


def no_outcomes(labels):
    return word(labels) + word(0) + word(0) * 4 + moments([]) + moments([])


# Scores of two classes: by class in version 6, all names and then all scores in version 7.
rankings = {"a": ({0.5: 1}, {0.25: 2}), "ab": ({0.75: 2}, {0.5: 1})}
confusion = listed([text("a") + text("a") + word(1), text("ab") + text("a") + word(2)])
for VERSION in (6, 7):
    lists = [value_counts(counts) for pair in rankings.values() for counts in pair]
    inline = names(sorted(rankings)) if VERSION >= 7 else listed([
        text(name) + value_counts(own) + value_counts(others)
        for name, (own, others) in rankings.items()])
    stored[f"outcome{VERSION}classes"] = (
        word(VERSION)
        + listed([slice_of([]) + word(3) + word(2) + confusion + inline + moments([0.5])])
        + (b"".join(lists) if VERSION >= 7 else b"")
        + columns({}) + value_counts({}) + listed([]) + listed([]))


# 300 different numbers, counts about a middle, and scores by sex: eight by hundredths, of which f has the even
# ones and m the odd ones and one of two of 0.5.
amounts = numeric([n + 0.5 for n in range(300)], [100.0 * n for n in range(1, 30)], 0, 0)
towns = categorical({name: 100 + n for n, name in enumerate(("Bern", "Bernau", "Berlin"))}, {}, 0)
everybody = {**{n / 100: 1 for n in range(1, 9)}, 0.5: 2}
women = {n / 100: 1 for n in range(2, 9, 2)}
men = {**{n / 100: 1 for n in range(1, 9, 2)}, 0.5: 1}
by_sex = [slice_of([("sex", sex)]) for sex in "fm"]
stored["input7parts"] = (
    word(7) + word(0) + columns({"amount": amounts, "town": towns})
    + listed([slice_of([]) + slice_counts(300)])
    + word(0) + value_counts({})
    + listed([text("1") + value_counts(everybody) + value_counts({})])
    + listed([]) + listed(by_sex) + parts([women, men], everybody))
stored["outcome7parts"] = (
    word(7)
    + listed([slice_of([]) + no_outcomes(10)]
             + [key + no_outcomes(rows) for key, rows in zip(by_sex, (4, 5))])
    + value_counts(everybody) + value_counts({})
    + parts([women, men], everybody) + parts([{}, {}], {})
    + columns({}) + value_counts({}) + listed([]) + listed([]))
print(json.dumps({name: profile.hex() for name, profile in stored.items()}))
