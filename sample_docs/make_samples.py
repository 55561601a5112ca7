"""Makes the sample documents: `python sample_docs/make_samples.py [--out FOLDER]`.

Every child, family, worker, school and council in them is invented. The texts are in `source/`, the code that
turns them into files is in `builder/`. The same texts give the same files, byte for byte.

What each file is, and what is awkward about it:

assessment_template_blank.docx
    Blank single assessment form. Prompts without answers; content controls round words, paragraphs and
    cells; choices in lists; merge fields; fields of old Word.
child_and_family_assessment.docx
    Single (child and family) assessment. Nearly all in tables of label and answer; words split over runs;
    headings in capitals; NFA means two things.
child_in_need_plan.docx
    Child in need plan. A wide table with bullets inside cells; the plan is for a disabled boy.
chronology.md
    Chronology. A Markdown table; acronyms with no full form anywhere.
court_statement.pdf
    Statement for the family court. Numbered paragraphs, running header, page numbers, a ruled table,
    legal words.
cp_conference_report.docx
    Report for a first child protection conference. Blaming wording, quotations of the children, acronyms
    explained late or twice.
duty_notes.txt
    Duty and case notes. Typed in a hurry: T/C, f/u, lower-case acronyms, hardly a whole sentence.
fostering_supervision.docx
    Supervision of foster carers. Bullets, numbers, a link; words split over runs; PR in two senses.
home_visit_note_cp1252.txt
    Note of a home visit. Windows-1252 with curly quotes and pound signs, Windows line ends.
kinship_leaflet.pdf
    Leaflet for relatives. Two columns with words divided at line ends; ligatures.
letter_to_child.md
    Letter to a boy of nine. Almost plain: only a few words need a look.
pathway_plan.docx
    Pathway plan. The young person's own words beside the worker's; dates, codes and money.
personal_education_plan.docx
    Personal education plan. Will the boy and May the month; KS3, Y9, PE, IT; work placement; DT means two
    things.
plain_welcome_page.docx
    Control, written in plain words. Nothing should be found.
return_home_interview_draft.docx
    Return home interview, draft. Text box, tracked changes, comments, a footnote, a table in a table.
review_minutes.docx
    Minutes of a child in care review. Header and footer, footnotes, numbered decisions.
strategy_discussion.md
    Strategy discussion. Speakers' initials, police codes, lists.
visit_record_template.dotx
    Blank visit record (Word template). The content type of a template; prompts only.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml
from builder.content import read_form
from builder.pdf import build_pdf
from builder.text import build_text
from builder.word import build_word

HERE = Path(__file__).resolve().parent


def make_all(folder: Path) -> list[Path]:
    """Make every sample document in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_make(source, folder) for source in sorted((HERE / "source").iterdir()) if source.is_file()]


def _make(source: Path, folder: Path) -> Path:
    target = folder / source.stem
    if source.suffix == ".form":
        form = read_form(source)
        target = target.with_suffix("." + form.settings.get("format", "docx"))
        build_word(form, target)
    elif source.suffix == ".typ":
        target = target.with_suffix(".pdf")
        build_pdf(source, target)
    else:
        settings = yaml.safe_load(source.read_text(encoding="utf-8"))
        target = target.with_suffix("." + settings["format"])
        build_text(source, target)
    return target


def main() -> None:
    """Make the files and name them."""
    parser = argparse.ArgumentParser(description="Makes the sample documents.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to (default: this one)")
    for path in make_all(parser.parse_args().out):
        print(path)


if __name__ == "__main__":
    main()
