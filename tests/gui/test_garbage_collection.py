"""Garbage is collected between two events, and data is set aside."""

import gc
import weakref

from gui.garbage_collection import GarbageCollector


def test_that_what_is_young_is_collected_and_what_is_data_set_aside(qapp):
    collector = GarbageCollector()
    try:
        ring = _Ring()
        told = weakref.ref(ring)
        del ring
        before = gc.get_freeze_count()

        data = [[number] for number in range(20_000)]
        collector.look()

        assert not gc.isenabled()
        assert gc.get_freeze_count() - before > 20_000
        assert told() is not None  # caught among the data, until the survey is closed
        del data
        collector.collect_all()
        assert told() is None
    finally:
        collector.stop()
    assert gc.isenabled()


class _Ring:
    def __init__(self):
        self.itself = self
