"""The gate of a corpus: rules with stable codes, findings, reports."""
