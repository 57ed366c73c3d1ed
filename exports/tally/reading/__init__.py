"""What misread answers may do to figures: to the index, and to the order of units."""
