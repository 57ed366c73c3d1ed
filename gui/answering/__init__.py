"""What review, re-check and typing share: the draft of an answer, its keys and its panel."""
