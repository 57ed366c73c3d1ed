"""Making a template of a form that exists on paper."""
