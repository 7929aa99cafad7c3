"""Settings of Pelican: the default portal is built by plain `pelican content -s pelicanconf.py`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from plugins import builds  # noqa: E402  the folder of this file had to be made known first

PORTAL = "thanh-hoa"
PATH = "content"
OUTPUT_PATH = f"output/{PORTAL}"
THEME = "theme"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"

# The module itself, not its name: a plugin that is missing must stop the build.
PLUGINS = [builds]

# How many news items stand beside every page.
LATEST_NEWS = 8

# Everything is read, rendered and written by the generator of `plugins.builds`.
READERS = {"rst": None, "html": None, "htm": None}
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
