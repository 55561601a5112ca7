#!/bin/sh
# Starts jargon-scanner {{ version }}. The first time it sets itself up, from this folder alone.
# Without more words it opens in the browser; with some they are a command: ./start.sh check draft.docx
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
place=${JARGON_SCANNER_APP:-${XDG_DATA_HOME:-$HOME/.local/share}/jargon-scanner/app-{{ version }}}

find_python() {
    for version in {{ pythons | join(" ") }}; do
        for python in "python$version" python3 python; do
            if "$python" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$version')" 2>/dev/null; then
                return 0
            fi
        done
    done
    echo "This needs Python {{ pythons | join(" or ") }}, and none was found. Ask for it to be installed." >&2
    exit 1
}

if [ ! -f "$place/ready" ]; then
    find_python
    echo "Setting up for the first time, in $place. No network is needed."
    rm -rf "$place"
    mkdir -p "$(dirname -- "$place")"
    "$python" -m venv "$place"
    "$place/bin/python" -m pip install --quiet --disable-pip-version-check --no-index \
        --find-links "$here/wheels-$version" --require-hashes --requirement "$here/requirements-$version.txt"
    touch "$place/ready"
fi

if [ $# -eq 0 ]; then
    set -- serve
fi
exec "$place/bin/python" -m jargon_scanner "$@"
