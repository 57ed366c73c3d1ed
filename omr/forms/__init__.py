"""Forms on paper: made into templates where they exist already, shown, printed, and begun a survey with."""
