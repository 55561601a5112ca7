from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.outputs.sentences import Marked, mark_sentences, shorten
from jargon_scanner.outputs.visible import visible
from tests.reports import finding, report, swap


def marked(*findings, text=None):
    marks = mark_sentences(replace(report(*findings), text=text))
    return [marks[one.id] for one in findings]


def test_the_words_are_marked_where_they_stand():
    assert marked(finding("contact", "He has [contact] today.")) == [Marked("He has ", "contact", " today.")]


def test_the_second_of_two_is_marked_when_the_suggestion_says_so():
    one = finding("contact", "Contact me, contact him about [contact].", start=70)
    one = replace(
        one, suggestions=(replace(swap("x", one), sentence="Contact me, contact him about family time."),)
    )
    assert marked(one) == [Marked("Contact me, contact him about ", "contact", ".")]


def test_the_second_of_two_is_marked_when_the_text_says_so():
    one = finding("contact", "To contact him about [contact].", start=5)
    assert marked(one, text="Yes. To contact him about contact.") == [
        Marked("To contact him about ", "contact", ".")
    ]


def test_the_second_of_two_is_marked_when_a_neighbour_says_so():
    sentence = "The LAC nurse saw contact before [contact]."
    one = finding("contact", sentence, start=50)
    nurse = finding("LAC", sentence.replace("[contact]", "contact"), start=50, kind="acronym")
    assert marked(nurse, one)[1] == Marked("The LAC nurse saw contact before ", "contact", ".")


def test_two_of_the_same_words_in_a_sentence_are_each_marked():
    first = finding("PA", "The [PA] and PA met.", start=9)
    second = finding("PA", "The PA and [PA] met.", start=9)
    assert marked(first, second) == [
        Marked("The ", "PA", " and PA met."),
        Marked("The PA and ", "PA", " met."),
    ]


def test_words_that_are_not_in_their_sentence_are_marked_before_it():
    assert marked(finding("step down", "Nothing.")) == [Marked("", "step down", " … Nothing.")]


def test_a_long_sentence_is_cut_between_words_on_both_sides():
    assert shorten(Marked("one two three four ", "HERE", " five six seven eight"), 30) == Marked(
        "… three four ", "HERE", " five six …"
    )


def test_room_that_one_side_does_not_need_goes_to_the_other():
    assert shorten(Marked("one ", "HERE", " five six seven eight"), 23) == Marked(
        "one ", "HERE", " five six …"
    )


@given(st.text(max_size=80), st.text(min_size=1, max_size=30), st.text(max_size=80), st.integers(0, 120))
def test_the_marked_words_are_never_cut(before, words, after, room):
    part = shorten(Marked(before, words, after), room)
    assert part.words == words
    if len(words) + 4 <= room:
        assert len(part.before) + len(part.words) + len(part.after) <= max(room, len(words) + 4)


@given(st.text(alphabet=st.characters()))
def test_what_is_shown_acts_on_no_terminal_and_keeps_its_length(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(letter.isprintable() or letter not in "\x1b\x07\x9b\u202e\n\r" for letter in shown)
    shown.encode("utf-8")
