"""The re-check: accepted answers read by people who do not see what the program read, and what comes of it."""
