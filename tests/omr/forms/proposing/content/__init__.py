"""What files of forms draw and write."""
