"""Forms that the program prints, in the designer: typeset as one types, with words in place of areas."""
