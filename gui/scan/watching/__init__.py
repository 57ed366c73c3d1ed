"""A folder in which copiers drop scans, watched while the survey is open: start at ``folder_watching``."""
