"""Forms that the program prints, in the designer: typeset as one types, with words and setting in place of areas."""
