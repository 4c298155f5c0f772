// Gives out each chart of the page as a picture when a [data-charts] button ("svg" or "png") is pressed; [data-name] is how
// the names of the files begin. A chart is drawn as layers of SVG over one another: the picture holds them all.
(() => {
  if (window.datelineCharts) return; // The page may ask for this script again when it is drawn.
  window.datelineCharts = true;
  const SVG = "http://www.w3.org/2000/svg";
  const SHARPNESS = 2;

  const element = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const asSvg = (chart, width, height) => {
    const fill = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
    const picture = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    picture.append(element("rect", { width, height, fill }));
    for (const layer of chart.querySelectorAll(".main-svg")) picture.append(layer.cloneNode(true));
    return new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" });
  };

  const asPng = async (svg, width, height) => {
    const address = URL.createObjectURL(svg);
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * SHARPNESS, height * SHARPNESS];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  const save = (data, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(data);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  const nameOf = (chart) => /st-key-([\w-]+)/.exec(chart.closest("[class*='st-key-']")?.className)?.[1] ?? "chart";

  const giveOut = async (kind, name) => {
    for (const chart of document.querySelectorAll(".js-plotly-plot")) {
      const [width, height] = [chart.clientWidth, chart.clientHeight];
      const svg = asSvg(chart, width, height);
      save(kind === "png" ? await asPng(svg, width, height) : svg, `${name}-${nameOf(chart)}.${kind}`);
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-charts]");
    if (button) giveOut(button.dataset.charts, button.dataset.name);
  });
})();
