"""What sheets are fitted with beyond cells: table objects, bars behind figures, the way they print."""
