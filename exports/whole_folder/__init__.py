"""Everything that can be exported of a survey in one folder, with a README that says what each file is."""
