"""Printed forms: no two print-outs of a unit share a serial number."""


def test_that_serial_numbers_go_on_where_the_last_print_run_ended(survey):
    survey.store.issued.add({"09163": 1}, 20)
    survey.store.issued.add({"09163": 21, "09166": 1}, 5)

    assert survey.store.issued.next_serials() == {"09163": 26, "09166": 6}
    assert survey.store.issued.copies() == {"09163": 25, "09166": 5}
