"""The systems that a bundle can be for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Target:
    """A system.

    Attributes:
        name: what a person types: "windows".
        title: what a person calls it.
        platforms: which wheels fit, as pip names them, the best first.
        markers: what the system says of itself, as requirements ask for it (PEP 508).
        start: the file that a person opens.
        tried: how far bundles for it were tried, a sentence.
    """

    name: str
    title: str
    platforms: tuple[str, ...]
    markers: Mapping[str, str]
    start: str
    tried: str

    def environment(self, python: str) -> dict[str, str]:
        """What requirements ask for, with a Python of this version: "3.12"."""
        full = f"{python}.0"
        versions = {"python_version": python, "python_full_version": full, "implementation_version": full}
        return {
            **self.markers,
            **versions,
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }


_GLIBC = (35, 34, 28, 27, 24, 17)  # the versions of the C library that builders of wheels choose

TARGETS = {
    target.name: target
    for target in (
        Target(
            "windows",
            "Windows, 64 bits",
            ("win_amd64",),
            {
                "os_name": "nt",
                "sys_platform": "win32",
                "platform_system": "Windows",
                "platform_machine": "AMD64",
            },
            "start.cmd",
            "These steps were written from the documentation and were not tried on Windows.",
        ),
        Target(
            "linux",
            "Linux, 64 bits (x86-64, glibc 2.35 or later)",
            (*(f"manylinux_2_{minor}_x86_64" for minor in _GLIBC), "manylinux2014_x86_64"),
            {
                "os_name": "posix",
                "sys_platform": "linux",
                "platform_system": "Linux",
                "platform_machine": "x86_64",
            },
            "start.sh",
            "A test installs and runs a bundle on Linux without a network.",
        ),
    )
}
