"""Articles, news items and pages: front matter, text, and what may be shown when."""
