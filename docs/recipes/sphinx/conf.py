project = "Course"
extensions = ["myst_parser"]
html_theme = "furo"
html_static_path = ["_static"]
html_favicon = "_static/interleave/favicon.svg"
html_js_files = [
    ("interleave/embed.js", {"type": "module"}),
    "interleave/embed/host.js",
]
exclude_patterns = ["_build", "tea.html"]
