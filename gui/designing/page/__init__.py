"""The page of the form in hand: areas over its picture, taken hold of, drawn and put in order."""
