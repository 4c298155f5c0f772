// Says where the server is. Without it Streamlit guesses from the address, and a link to a page costs two failed requests.
window.__streamlit = { BACKEND_BASE_URL: window.location.origin };

// Fetches the land of the maps at once, into the place where plotly looks for it. Plotly would fetch it when it draws a
// map, and fails if the page takes that map away meanwhile: by a filter, by play, by another page.
window.PlotlyGeoAssets = { topojson: {} };
for (const name of ["world_50m", "world_110m"]) {
  fetch(`/app/static/topojson/${name}.json`)
    .then((answer) => answer.json())
    .then((land) => { window.PlotlyGeoAssets.topojson[name] = land; })
    .catch(() => {}); // Plotly then asks again by itself.
}
