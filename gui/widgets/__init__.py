"""Building blocks of the window and how they look; nothing here knows a survey."""
