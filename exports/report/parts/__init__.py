"""The parts of the printed report, one module each; every module makes the strips of its pages."""
