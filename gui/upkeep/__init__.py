"""Looking after a survey: is it whole, mend it, go back to a backup of its database."""
