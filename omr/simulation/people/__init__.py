"""Who fills in the forms: habits, what they mean, the way of the pen, and the ink."""
