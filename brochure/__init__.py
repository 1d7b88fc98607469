"""Print-ready brochures and anniversary booklets in Japanese and Chinese, from YAML content and gettext catalogs."""

__version__ = "0.1.0"
