"""What people decide about pages and answers: the queue, galleries, crops, pages placed or typed by hand."""
