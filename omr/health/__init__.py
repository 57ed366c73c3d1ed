"""How scanner or camera and paper fare: measured on each page, summed up for a batch, put into words."""
