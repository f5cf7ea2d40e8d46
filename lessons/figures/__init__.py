"""Charts that everyone can read: text alternative and table from the data, not colour alone."""
