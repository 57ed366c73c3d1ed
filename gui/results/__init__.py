"""The analyst's place: figures that keep up with the answers, and the paper behind each of them."""
