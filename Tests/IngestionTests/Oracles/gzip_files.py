"""Writes gzip_files.csv: gzip files in base64, made by Python's gzip and zlib.

Run in this folder: python3 gzip_files.py   (written with Python 3.11)
"""
import base64
import gzip

first = b"a,b\n1,x\n2,y\n"
second = b"3,z\n"
files = {
    "single": gzip.compress(first, mtime=0),
    "two_members": gzip.compress(first, mtime=0) + gzip.compress(second, mtime=0),
    "empty_member_between": gzip.compress(first, mtime=0) + gzip.compress(b"", mtime=0)
    + gzip.compress(second, mtime=0),
    "padded": gzip.compress(first, mtime=0) + bytes(100),
    "garbage_after": gzip.compress(first, mtime=0) + b"hello",
    "empty": gzip.compress(b"", mtime=0),
    "many_blocks": gzip.compress(b"a,b\n" + b"12345678,abcdefg\n" * 50000, 9, mtime=0),
}
with open("gzip_files.csv", "w") as file:
    file.write("name,base64\n")
    for name, content in files.items():
        file.write(f"{name},{base64.b64encode(content).decode()}\n")
