"""What stands in a text for machines: web and e-mail addresses, links, fields to fill in, comments.

Nobody reads it as a sentence, so nothing in it is a finding.
"""

from __future__ import annotations

import re

_FOR_MACHINES = re.compile(
    r"""
    (?: https?:// | www\. ) [^\s<>"')\]]+          # a web address
    | (?<=\]\() [^\s()]* (?: \( [^\s()]* \) [^\s()]* )* (?=\))   # the target of a Markdown link
    | [\w.+-]+ @ [\w-]+ (?: \.[\w-]+ )+            # an e-mail address
    | \{\{ [^{}\n]{0,200} \}\} | \{% [^\n]{0,200}? %\}           # fields of templates
    | << [^<>\n]{0,200} >> | \$\{ [^{}\n]{0,200} \}
    | <!-- .{0,2000}? -->                          # comments, and marks for this tool
    | ^[ \t]* jargon-scanner: [ \t]* ignore [^\n]*
    | (?<![\w/]) / (?: [\w.-]+ / )+ [\w.-]+        # a path
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def for_machines(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of a text that are addresses, paths, fields or comments, in order."""
    return tuple(match.span() for match in _FOR_MACHINES.finditer(text))
