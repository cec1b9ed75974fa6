"""Commands for those who change the project: they renew the generated modules."""
