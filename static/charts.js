// Gives out each chart of the page as a picture when a [data-charts] button ("svg" or "png") is pressed; [data-name] is how
// the names of the files begin. A chart is drawn as layers of SVG over one another: the picture holds them all, with the ink
// that its words have on the page and the font of the page.
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

  const FONT_FILE = /url\("([^"]+)"\)/;

  const asDataUrl = async (address) => {
    const data = await (await fetch(address)).blob();
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsDataURL(data);
    });
  };

  // The upright face of the first font of an element, as a rule that needs no server.
  const fontOf = async (chart) => {
    const wanted = getComputedStyle(chart.querySelector("text") ?? chart).fontFamily.split(",")[0];
    const faces = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ sheet, style: rule.style })));
    const face = faces.find(({ style }) => style.getPropertyValue("font-family") === wanted && style.getPropertyValue("font-style") !== "italic");
    const file = FONT_FILE.exec(face?.style.getPropertyValue("src"))?.[1];
    if (!file) return "";
    const data = await asDataUrl(new URL(file, face.sheet.href ?? location.href));
    return `@font-face { font-family: ${wanted}; font-weight: 100 900; src: url("${data}"); }`;
  };

  const copied = (layer) => {
    const copy = layer.cloneNode(true);
    const drawn = layer.querySelectorAll("text");
    copy.querySelectorAll("text").forEach((words, at) => {
      const { fill, textShadow } = getComputedStyle(drawn[at]);
      Object.assign(words.style, { fill, textShadow });
    });
    return copy;
  };

  const asSvg = async (chart, width, height) => {
    const fill = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
    const picture = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    picture.append(element("rect", { width, height, fill }));
    const style = element("style", {});
    style.textContent = await fontOf(chart);
    picture.append(style);
    for (const layer of chart.querySelectorAll(".main-svg")) picture.append(copied(layer));
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
      const svg = await asSvg(chart, width, height);
      save(kind === "png" ? await asPng(svg, width, height) : svg, `${name}-${nameOf(chart)}.${kind}`);
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-charts]");
    if (!button) return;
    const hasCharts = document.querySelector(".js-plotly-plot");
    button.parentElement.querySelector("[role=status]").textContent = hasCharts ? "" : "None on this page.";
    giveOut(button.dataset.charts, button.dataset.name);
  });
})();
