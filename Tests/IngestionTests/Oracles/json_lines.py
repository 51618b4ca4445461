"""Writes json_lines.jsonl and json_lines.expected.json: lines as Python's json module reads them.

Half of the lines are damaged by one random edit; the module decides which of them are still JSON.
Run in this folder: python3 json_lines.py   (written with Python 3.11)
"""
import json
import random

PATHS = [["a"], ["b", "c"], ["b", "d", "e"], ["f.g"], ["h", "1"], ["h", "0", "x"], ["ü"], ["k\\l"]]
random.seed(20)


class Number(str):
    pass


def text(depth=0):
    pieces = ["a", "Z", " ", "é", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\ud83d\\ude00",
              "\\ud800", "\\udc00x", "\\b\\f\\r\\t", "{", "}", "[", ",", ":", "0123456789abcdef"]
    content = "".join(random.choice(pieces) for _ in range(random.randint(0, 6)))
    # A string that begins like an object is read as one where an object is wanted: a rule of ours.
    return '"' + content.lstrip(" {") + '"'


def number():
    return random.choice(["0", "-0", "1", "-17", "0.5", "1e5", "1E-3", "-2.50e+10", "123456789012",
                          "9007199254740993", "1.7976931348623157e308", "4.9e-324", "1e400"])


def blank():
    return random.choice(["", "", "", " ", "\t", "  ", "\r"])


def value(depth):
    kind = random.randint(0, 9 if depth < 3 else 6)
    if kind <= 1: return text()
    if kind <= 3: return number()
    if kind == 4: return random.choice(["true", "false"])
    if kind == 5: return "null"
    if kind == 6: return random.choice(["NaN", "Infinity", "-Infinity", '""'])
    if kind == 7: return array(depth + 1)
    return record(depth + 1)


def array(depth):
    elements = [blank() + value(depth) + blank() for _ in range(random.randint(0, 3))]
    return "[" + (",".join(elements) if elements else blank()) + "]"


def record(depth):
    names = ['"a"', '"b"', '"c"', '"d"', '"e"', '"f.g"', '"h"', '"x"', '"\\u0061"', '"ü"', '"\\u00FC"',
             '"k\\\\l"', '"other"', '"a very much longer name of a key"', '""', '"1"']
    weights = [4, 8, 4, 6, 4, 3, 6, 3, 1, 2, 2, 2, 1, 1, 1, 1]
    members = []
    for name in random.choices(names, weights, k=random.randint(0, 7)):
        inner = value(depth)
        if name in ('"b"', '"d"') and random.random() < 0.6 and depth < 3: inner = record(depth + 1)
        if name == '"h"' and random.random() < 0.6 and depth < 3: inner = array(depth + 1)
        members.append(blank() + name + blank() + ":" + blank() + inner + blank())
    return "{" + (",".join(members) if members else blank()) + "}"


def damaged(line):
    place = random.randrange(len(line))
    edit = random.randint(0, 3)
    if edit == 0: return line[:place] + line[place + 1:]
    if edit == 1: return line[:place] + random.choice('{}[]",:\\x0-.eE \x01') + line[place + 1:]
    if edit == 2: return line[:place]
    return line[:place] + random.choice('{}[]",:\\x0-.eE ') + line[place:]


def cell(found):
    if found is None: return ""
    if isinstance(found, bool): return "true" if found else "false"
    if isinstance(found, str):
        return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return None  # an object or array: its text is compared elsewhere


def at(found, path):
    for key in path:
        if isinstance(found, dict): found = found.get(key)
        elif isinstance(found, list) and key.isdigit() and int(key) < len(found): found = found[int(key)]
        else: return None
    return found


lines, expected = [], []
while len(lines) < 600:
    line = blank() + record(0) + blank()
    if len(lines) % 2: line = damaged(line)
    if not line.strip(): continue
    lines.append(line)
    try:
        parsed = json.loads(line, parse_int=Number, parse_float=Number,
                            parse_constant=lambda name: None if name == "NaN" else name)
        expected.append([cell(at(parsed, path)) for path in PATHS] if isinstance(parsed, dict) else None)
    except ValueError:
        expected.append(None)

with open("json_lines.jsonl", "w", newline="") as file:
    file.write("\n".join(lines) + "\n")
with open("json_lines.expected.json", "w") as file:
    json.dump(expected, file, ensure_ascii=True, separators=(",", ":"))
print(sum(row is None for row in expected), "of", len(lines), "malformed")
