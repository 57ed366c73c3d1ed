"""What sheets are fitted with beyond cells: table objects, bars behind figures, texts that are shared."""
