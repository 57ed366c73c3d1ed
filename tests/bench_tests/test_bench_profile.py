import pytest

from tests.bench.bench_profile import Function, seconds_by_stage

_DECODE: Function = ("/p/omr/images/encoded_images.py", 1, "load")
_MARKS: Function = ("/p/omr/marks/measuring.py", 1, "measure_marks")
_WRAPPER: Function = ("/lib/site-packages/numpy/core.py", 1, "sum")
_BUILT_IN: Function = ("~", 0, "<reduce>")


def test_that_the_time_of_libraries_goes_to_the_stages_that_called_them() -> None:
    stats = {
        _DECODE: (1, 1, 2.0, 6.0, {}),
        _MARKS: (1, 1, 1.0, 3.0, {}),
        _WRAPPER: (4, 4, 4.0, 6.0, {_DECODE: (3, 3, 3.0, 4.5), _MARKS: (1, 1, 1.0, 1.5)}),
        _BUILT_IN: (4, 4, 2.0, 2.0, {_WRAPPER: (4, 4, 2.0, 2.0)}),
    }

    seconds = seconds_by_stage(stats)

    assert seconds == pytest.approx({"decode": 2.0 + 3.0 + 1.5, "sampling": 1.0 + 1.0 + 0.5})


def test_that_functions_calling_each_other_lose_no_time() -> None:
    one, two = ("/lib/a.py", 1, "one"), ("/lib/a.py", 2, "two")
    stats = {
        one: (1, 1, 1.0, 2.0, {two: (1, 1, 1.0, 1.0)}),
        two: (1, 1, 3.0, 4.0, {one: (1, 1, 3.0, 3.0)}),
    }

    assert sum(seconds_by_stage(stats).values()) == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("file", "stage"),
    [
        ("/p/omr/images/pdf_files.py", "decode"),
        ("/p/omr/images/preprocess.py", "prepare"),
        ("/p/omr/registration/fiducials.py", "candidates"),
        ("/p/omr/registration/placing.py", "registration"),
        ("/p/omr/geometry.py", "registration"),
        ("/p/omr/marks/mark_model.py", "network"),
        ("/p/omr/marks/handwriting.py", "marks"),
        ("/p/omr/decisions.py", "decisions"),
        ("/p/omr/pipeline.py", "pipeline"),
        ("/p/omr/store/pages.py", "store"),
        ("/p/form_templates/loading.py", "form template"),
    ],
)
def test_that_a_module_stands_for_its_stage(file: str, stage: str) -> None:
    assert seconds_by_stage({(file, 1, "work"): (1, 1, 2.0, 2.0, {})}) == {stage: 2.0}
