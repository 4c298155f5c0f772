// Keeps in the address how far a chart was moved or a map was zoomed ("zoom=map:52.10:21.00:4.00"), for the link that is
// copied. Streamlit reads it with its next run, and draws the same; no run is asked for. What sets a chart back asks for one.
(() => {
  if (window.datelineZooms) return; // The page may ask for this script again when it is drawn.
  window.datelineZooms = true;
  const TIMES = ["timeline", "timeline-counts"], MAPS = ["map", "article-map"];
  const chartIn = (key) => document.querySelector(`.st-key-${key} .js-plotly-plot`);
  const day = (value) => String(value).slice(0, 10);

  const partOf = (key, { xaxis, geo }) => {
    if (TIMES.includes(key)) return xaxis.range.map(day).join(":");
    const { center, projection } = geo;
    return [center.lat, center.lon, projection.scale].map((number) => number.toFixed(2)).join(":");
  };

  const write = (key, part) => {
    const address = new URL(location.href);
    const others = address.searchParams.getAll("zoom").filter((zoom) => !zoom.startsWith(`${key}:`));
    address.searchParams.delete("zoom");
    for (const zoom of part ? [...others, `${key}:${part}`].sort() : others) address.searchParams.append("zoom", zoom);
    if (address.href === location.href) return;
    history.replaceState(history.state, "", address);
    if (!part) window.dispatchEvent(new PopStateEvent("popstate"));
  };

  const listen = (key) => {
    const chart = chartIn(key);
    if (!chart?.on || chart.datelineZooms) return;
    chart.datelineZooms = true;
    chart.on("plotly_relayout", (change) => {
      const isZoom = Object.keys(change).some((name) => /^xaxis\.range|^geo\.(projection|center)/.test(name));
      if (isZoom) write(key, partOf(key, chart._fullLayout));
    });
    chart.on("plotly_doubleclick", () => setTimeout(() => write(key, null)));
    chart.addEventListener("click", (event) => {
      if (event.target.closest(".modebar-btn")?.dataset.attr === "reset") setTimeout(() => write(key, null));
    });
  };

  const listenToAll = () => [...TIMES, ...MAPS].forEach(listen);
  new MutationObserver(listenToAll).observe(document.body, { childList: true, subtree: true });
  listenToAll();
})();
