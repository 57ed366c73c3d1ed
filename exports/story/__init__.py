"""What a round comes to, told in sentences: for the first page of the workbook and of the printed report."""
