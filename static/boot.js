// Says where the server is. Without it Streamlit guesses from the address, and a link to a page costs two failed requests.
window.__streamlit = { BACKEND_BASE_URL: window.location.origin };
