"""The ways to be treated badly, one module each; ``all_kinds`` lists them."""
