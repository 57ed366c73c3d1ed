"""What one sees before a survey is open."""
