"""Where to look first: criteria that go together with overall satisfaction, and wishes."""
