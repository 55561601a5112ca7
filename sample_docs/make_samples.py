"""Makes the sample documents: `python sample_docs/make_samples.py [--out FOLDER]`.

Every child, family, worker, school and council in them is invented. The texts are in `source/`, the code that
turns them into files is in `builder/`. The same texts give the same files, byte for byte.

What each file is, and what is awkward about it:

assessment_template_blank.docx
    Blank single assessment form. Prompts without answers; content controls round words, paragraphs and
    cells; choices in lists; merge fields; fields of old Word.
audit_answers.jsonl
    Answers of an audit, a record a line, by the mapping file. Blame beside praise.
audit_questions.xls
    Question list of an audit. Excel of the old kind; questions that belong to the form.
case_notes_export.xml
    Case notes as a case system exports them, by the mapping file.
case_transfer_summary.rtf
    Summary for a change of team. Rich Text with a header, a repeated heading row, a comment, and
    much police and health shorthand.
child_and_family_assessment.docx
    Single (child and family) assessment. Nearly all in tables of label and answer; words split over runs;
    headings in capitals; NFA means two things.
child_in_need_plan.docx
    Child in need plan. A wide table with bullets inside cells; the plan is for a disabled boy.
chronology.md
    Chronology. A Markdown table; acronyms with no full form anywhere.
contact_centre_record.doc
    Record of supervised contact. Word of the old kind, made once by LibreOffice; read through a program.
contacts_export.csv
    Export from a case system. Commas and quotes inside values; acronyms in nearly every cell.
court_statement.pdf
    Statement for the family court. Numbered paragraphs, running header, page numbers, a ruled table,
    legal words.
cp_conference_report.docx
    Report for a first child protection conference. Blaming wording, quotations of the children, acronyms
    explained late or twice.
duty_notes.txt
    Duty and case notes. Typed in a hurry: T/C, f/u, lower-case acronyms, hardly a whole sentence.
early_help_form.json
    Questions of a form as a form builder keeps them, by the mapping file.
email_about_school_move.eml
    E-mail between a social worker and a school. Twice the same text, as text and as a page; attachments.
fostering_supervision.docx
    Supervision of foster carers. Bullets, numbers, a link; words split over runs; PR in two senses.
home_visit_note_cp1252.txt
    Note of a home visit. Windows-1252 with curly quotes and pound signs, Windows line ends.
jargon-scanner-forms.toml
    The mapping file: which values of the three files of data people read. No document itself.
kinship_leaflet.pdf
    Leaflet for relatives. Two columns with words divided at line ends; ligatures.
letter_to_child.md
    Letter to a boy of nine. Almost plain: only a few words need a look.
participation_training.pptx
    Slides of a training with speaker notes. Young people's words; blaming words shown as examples.
pathway_plan.docx
    Pathway plan. The young person's own words beside the worker's; dates, codes and money.
personal_education_plan.docx
    Personal education plan. Will the boy and May the month; KS3, Y9, PE, IT; work placement; DT means two
    things.
placement_costs.ods
    List of placements and costs. An OpenDocument sheet; children written about as costs.
plain_welcome_page.docx
    Control, written in plain words. Nothing should be found.
return_home_interview_draft.docx
    Return home interview, draft. Text box, tracked changes, comments, a footnote, a table in a table.
reunification_plan.odt
    Plan for going home. An OpenDocument text with a footnote, a header and a list.
review_bundle.zip
    Papers for a review. Other samples, in a zip archive with a folder.
review_minutes.docx
    Minutes of a child in care review. Header and footer, footnotes, numbered decisions.
short_break_referral.html
    Referral from a portal. A web page with a script, a field and a false encoding.
strategy_discussion.md
    Strategy discussion. Speakers' initials, police codes, lists.
visit_tracker.xlsx
    Tracker of statutory visits. A comment, a hidden sheet, coded columns.
visit_record_template.dotx
    Blank visit record (Word template). The content type of a template; prompts only.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from shutil import copyfile
from typing import Any

import yaml
from builder.containers import build_eml, build_zip
from builder.content import read_form
from builder.office_xml import build_pptx, build_xlsx
from builder.old_excel import build_xls
from builder.open_document import build_ods, build_odt
from builder.pdf import build_pdf
from builder.rich_text import build_rtf
from builder.text import build_text
from builder.values import build_csv
from builder.web_page import build_html
from builder.word import build_word

HERE = Path(__file__).resolve().parent


FORMS = {"odt": build_odt, "rtf": build_rtf, "html": build_html, "pptx": build_pptx}
TABLES = {"csv": build_csv, "xlsx": build_xlsx, "xls": build_xls, "ods": build_ods}
CONTAINERS = {"eml": build_eml, "zip": build_zip}


def make_all(folder: Path) -> list[Path]:
    """Make every sample document in the folder; those that hold others come last."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(path for path in (HERE / "source").iterdir() if path.is_file())
    holders = [path for path in sources if path.suffix == ".yaml" and _settings(path)["format"] in CONTAINERS]
    return [_make(source, folder) for source in [*(set(sources) - set(holders)), *holders]]


def _settings(source: Path) -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return settings


def _make(source: Path, folder: Path) -> Path:
    target = folder / source.stem
    if source.suffix == ".form":
        form = read_form(source)
        target = target.with_suffix("." + form.settings.get("format", "docx"))
        FORMS.get(target.suffix[1:], build_word)(form, target)
    elif source.suffix == ".typ":
        target = target.with_suffix(".pdf")
        build_pdf(source, target)
    elif source.suffix == ".doc":
        target = target.with_suffix(".doc")
        copyfile(source, target)
    else:
        settings = _settings(source)
        target = target.with_suffix("." + settings["format"])
        build = (TABLES | CONTAINERS).get(settings["format"])
        if build:
            build(settings, target)
        else:
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
