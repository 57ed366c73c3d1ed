"""Images that hold several pages of forms."""
