"""What the form in hand asks: the list of questions, and the properties of what is chosen."""
