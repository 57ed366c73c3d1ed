"""A form on paper, or in a word processor's file, becomes a template: it is shown before anything is kept."""
