"""Reading copies: a notebook that ran, as one page for a phone, a printer or a screen reader."""
