"""The parts of the printed report, one module each; every module makes the pieces of its pages."""
