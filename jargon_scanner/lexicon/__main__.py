import sys
from dataclasses import replace
from jargon_scanner.lexicon import load as L
from jargon_scanner.lexicon.checks import check
from jargon_scanner.lexicon.examples import examples_of
import jargon_scanner.pipeline.factories as F
from jargon_scanner.pipeline.candidates import span_of

files = {a.split("/")[-1] for a in sys.argv[1:]}
lex = L.read()
bad = set()
for f in check(lex):
    if f.code in ("E103", "E104"): bad.add(f.message.split(":")[0])
    if not files or f.file in files: print(f)
lex = replace(lex, entries={k: v for k, v in lex.entries.items() if k not in bad})
F.load = lambda extra=(): lex
nlp = F.build_pipeline()
todo = [(v, e) for v in lex.entries.values() if not files or v.file in files for e in examples_of(v.entry)]
gaps = fails = 0
try:
    from jargon_scanner.proof import rewritten_faults
except ImportError:
    rewritten_faults = None
for (loc, ex), doc in zip(todo, nlp.pipe(e.text for _, e in todo)):
    st = doc._.jargon
    mine = [span_of(doc, st.words, c) for c in st.findings if c.entry == ex.entry]
    others = [(doc.text[slice(*span_of(doc, st.words, c))], c.entry) for c in st.findings if c.entry != ex.entry]
    msg = None
    if ex.expectation == "flagged" and tuple(mine) != ex.marked:
        cand = [(doc.text[slice(*span_of(doc, st.words, c))]) for c in st.candidates if c.entry == ex.entry]
        msg = f"marked {[ex.text[a:b] for a,b in ex.marked]}, flagged {[ex.text[a:b] for a,b in mine]}; forms found {cand}; other entries flag {others}"
    elif ex.expectation == "not_flagged" and mine:
        msg = f"flagged {[ex.text[a:b] for a,b in mine]}"
    elif ex.expectation == "known_gap": gaps += 1
    if msg:
        fails += 1
        print(f"{loc.file}:{loc.line}: {ex.entry}: {ex.expectation} {ex.text!r}: {msg}")
print(f"{len(todo)} examples, {fails} fail, {gaps} known gaps, {len(lex.entries)} entries in all")
