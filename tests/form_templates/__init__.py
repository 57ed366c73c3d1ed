"""Claims about what a questionnaire asks and where it asks it."""
