"""What a host should forbid: no script stands in a page, and nothing comes from elsewhere."""

# img-src: the theme's icons stand as data in its style sheet
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
