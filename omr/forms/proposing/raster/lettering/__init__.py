"""What is written on a picture of a page: words by Tesseract, and what they must be where it misread them."""
