"""Pictures of forms, and what is found on them."""
