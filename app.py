"""The dashboard: ``streamlit run app.py`` or ``uvicorn app:app``."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages.exports import share_routes
from pages.overview.warm import lifespan
from pages.server import unknown
from pages.server.headers import SecurityHeaders
from pages.server.hosts import OwnHosts
from pages.server.nodelay import NoDelay
from pages.server.web import routes

ROOT = Path(__file__).parent

app = st.App(
    ROOT / "pages" / "main.py",
    lifespan=lifespan,
    middleware=[Middleware(NoDelay), Middleware(OwnHosts), Middleware(SecurityHeaders)],
    routes=[*share_routes.routes(), *routes(ROOT / "static"), *unknown.routes()],
)
