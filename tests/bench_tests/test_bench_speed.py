import pytest

from tests.bench.bench_speed import Round, ratios_of, running_s


def test_that_the_best_ratio_is_not_flattered_by_a_disturbed_decoding() -> None:
    rounds = [
        Round(decode_s=1.0, read_s=2.0, running_s=1.6, decode_cpu_s=1.0, read_cpu_s=2.0),
        Round(decode_s=4.0, read_s=2.2, running_s=1.8, decode_cpu_s=1.0, read_cpu_s=2.0),
        Round(decode_s=1.0, read_s=2.4, running_s=2.0, decode_cpu_s=1.0, read_cpu_s=2.2),
    ]

    ratios = ratios_of(rounds)

    assert ratios.best_whole == 2.0
    assert ratios.best_running == 1.6
    assert ratios.median_whole == 2.0
    assert ratios.cpu == 2.0


def test_that_the_start_of_the_workers_does_not_count_as_running() -> None:
    moments = [5.0, 5.1, 5.2, 5.3, 5.4, 5.5]  # five seconds of start, then ten pages a second

    assert running_s(moments, 2) == pytest.approx(0.6)
