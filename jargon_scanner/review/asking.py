"""How each question is put, on a screen and on paper: short, plain, and in the words of who is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.review.questions import KEEP_THE_WORD, MY_WAY, NONE_OF_THESE

if TYPE_CHECKING:
    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.people import Group
    from jargon_scanner.review.questions import Question

#: What happens with the answers, said before the first question and again at the end.
WHAT_HAPPENS = (
    "The team will read your answers and use them to pick better words.",
    "We do not ask for your name, and we do not say who said what.",
)

_ASKED: dict[Question, str] = {
    "seen": "Have you seen this word?",
    "guess": "What do you think it means?",
    "feeling": "How does it feel to read this about you?",
    "prefer": "Which would you rather read?",
    "sort": "What should we do with this word?",
}
#: Where somebody else than a young person is asked in other words.
_ASKED_OF: dict[Group, dict[Question, str]] = {
    "parent or carer": {"feeling": "How does it feel to read this about you or your child?"},
    "professional": {
        "feeling": "How do you think it feels to read this about yourself?",
        "prefer": "Which would you rather write?",
    },
}
#: What helps to answer in words of one's own, and what happens with them.
HOW_TO_GUESS = "Use your own words. No answer is wrong. Please leave names out."
HOW_TO_SAY_IT = "Write it your way. Others may see it, but not who wrote it. Please leave names out."

#: The answers that are the same for every card, as they are said.
_SAID: dict[str, str] = {
    "yes": "Yes",
    "no": "No",
    "not sure": "Not sure",
    "very sad": "Very sad",
    "sad": "Sad",
    "okay": "Okay",
    "happy": "Happy",
    "very happy": "Very happy",
    "keep": "Keep it",
    "explain": "Keep it, and say what it means",
    "change": "Change it",
    "ask me": "Ask me what I call it",
    NONE_OF_THESE: "None of these",
    MY_WAY: "I will say it my way",
}


def asked(question: Question, group: Group) -> str:
    """The question, as somebody of this group is asked."""
    return _ASKED_OF.get(group, {}).get(question, _ASKED[question])


def said(choice: str, card: Card) -> str:
    """An answer that can be chosen, as it is said: a wording of the card stands for itself."""
    if choice == KEEP_THE_WORD:
        return f"“{card.term}” is fine"
    return choice if choice in card.wordings else _SAID[choice]
