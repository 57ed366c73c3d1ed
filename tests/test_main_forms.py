"""Several forms of one survey on the command line."""

import json

import pytest

from tests.test_main import call

_ = call  # a fixture


@pytest.fixture
def folder(two_forms):
    two_forms.close()
    return two_forms.folder


def test_that_a_survey_is_made_with_several_forms(call, tmp_path):
    made = call("new", tmp_path / "s", "--template", "sipas-2020", "--template", "one-stop-short")

    assert made.returncode == 0, made.stderr
    assert "sipas-2020 (2 pages a form), one-stop-short (1 page a form)" in made.stdout


def test_that_forms_are_added_listed_and_taken_out(call, survey):
    survey.close()

    added = call("form", "add", survey.folder, "one-stop-short")
    listed = call("form", "list", survey.folder)
    removed = call("form", "remove", survey.folder, "one-stop-short-v2")

    assert [each.returncode for each in (added, listed, removed)] == [0, 0, 0]
    assert [line.split()[0] for line in listed.stdout.splitlines()] == ["sipas-2020-v2", "one-stop-short-v2"]
    assert len(call("form", "list", survey.folder).stdout.splitlines()) == 1


def test_that_a_form_that_cannot_be_added_is_refused_in_a_sentence(call, folder):
    refused = call("form", "add", folder, "one-stop-short")

    assert refused.returncode == 3
    assert "already; nothing was changed" in refused.stderr


def test_that_it_must_be_said_which_form_is_printed(call, folder, tmp_path):
    unsaid = call("print", folder, "--out", tmp_path / "a.pdf", "--unit", "09163")
    said = call("print", folder, "--out", tmp_path / "a.pdf", "--unit", "09163", "--form", "one-stop-short")

    assert unsaid.returncode == 3
    assert "sipas-2020-v2, one-stop-short-v2" in unsaid.stderr
    assert "1 forms, 1 pages" in said.stdout


def test_that_every_form_is_exported_to_a_file_of_its_own_unless_one_is_named(call, folder, tmp_path):
    every = call("export", folder, "--out", tmp_path / "a.csv")
    one = call("export", folder, "--out", tmp_path / "b.csv", "--form", "one-stop-short-v2")

    assert [line.rpartition("/")[2] for line in every.stdout.splitlines()] == [
        "a-sipas-2020-v2.csv",
        "a-one-stop-short-v2.csv",
    ]
    assert one.stdout.strip().endswith("b.csv")
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == [
        "a-one-stop-short-v2.csv",
        "a-sipas-2020-v2.csv",
        "b.csv",
    ]


def test_that_status_names_every_form(call, folder):
    told = json.loads(call("status", folder, "--json").stdout)

    assert [form["form"] for form in told["forms"]] == ["sipas-2020-v2", "one-stop-short-v2"]
