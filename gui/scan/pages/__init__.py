"""The delivered pages: their list and picture, and what a person can do with them."""
