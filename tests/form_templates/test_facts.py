"""What an error knows of its cause."""

import errno
import json
import pickle

from form_templates.facts import Fact, joined, system_fact


def test_that_a_fact_is_its_english_sentence_and_remembers_its_parts():
    fact = Fact("page {number} is missing", number=3)

    assert fact == "page 3 is missing"
    assert json.dumps(fact) == '"page 3 is missing"'
    assert (fact.pattern, fact.values) == ("page {number} is missing", {"number": 3})


def test_that_a_fact_travels_from_a_worker_whole():
    fact = Fact("it says {what}", what=Fact("no {thing}", thing="{braces}"))

    arrived = pickle.loads(pickle.dumps(fact))

    assert arrived == "it says no {braces}"
    assert arrived.values["what"].pattern == "no {thing}"


def test_that_joined_facts_keep_each_of_them():
    fact = joined((Fact("one"), "two {x}"))

    assert fact == "one; two {x}"
    assert list(fact.values.values()) == ["one", "two {x}"]


def test_that_the_reasons_of_the_system_are_in_our_words():
    assert system_fact(OSError(errno.EACCES, "Permission denied")) == "access is denied"
    assert system_fact(OSError(9999, "Unheard of")) == "system error 9999"
    assert system_fact(TimeoutError()) == "system error TimeoutError"
