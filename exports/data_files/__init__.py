"""Answers for other programs: CSV, SPSS and Parquet."""
