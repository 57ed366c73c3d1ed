"""Which delivered pages belong to one respondent."""
