"""Writes zstd_files.csv: zstd files in base64, made by the zstd command of Debian 12.

Run in this folder: python3 zstd_files.py   (written with zstd 1.5.4)
"""
import base64
import struct
import subprocess


def zstd(content, *arguments):
    return subprocess.run(["zstd", "-c", *arguments], input=content, capture_output=True, check=True).stdout


first = b"a,b\n1,x\n2,y\n"
second = b"3,z\n"
skippable = struct.pack("<II", 0x184D2A53, 5) + b"hello"
files = {
    "single": zstd(first),
    "no_checksum": zstd(first, "--no-check"),
    "two_frames": zstd(first) + zstd(second),
    "empty_frame_between": zstd(first) + zstd(b"") + zstd(second),
    "skippable_frames": skippable + zstd(first) + skippable + zstd(second) + skippable,
    "garbage_after": zstd(first) + b"hello",
    "empty": zstd(b""),
    "many_blocks": zstd(b"a,b\n" + b"12345678,abcdefg\n" * 50000, "-19"),
    "json_lines": zstd(b'{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n'),
}
with open("zstd_files.csv", "w") as file:
    file.write("name,base64\n")
    for name, content in files.items():
        file.write(f"{name},{base64.b64encode(content).decode()}\n")
