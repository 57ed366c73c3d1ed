"""Where to look first: criteria that go together with overall satisfaction, wishes, and units by criterion."""
