"""The main ways through the site in Lynx: no pictures, no style, no colour, no script, no mouse, only text and keys."""
