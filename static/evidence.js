// Where the evidence stands below charts and tables, it is brought into sight when a mark or row was chosen that it tells of.
// A finger is told to plotly before it taps: plotly selects what the pointer was over, and a finger was over nothing.
(() => {
  if (window.datelineEvidence) return; // The page may ask for this script again when it is drawn.
  window.datelineEvidence = true;
  const PATIENCE_MS = 5000;
  const isDrawn = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
  const selected = () => new URLSearchParams(location.search).get("select");
  let awaited = null;

  const pass = (name, event) => event.target.dispatchEvent(
    new MouseEvent(name, { bubbles: true, clientX: event.clientX, clientY: event.clientY, view: window }));
  const isOverChart = (event) => event.target.closest?.(".js-plotly-plot");
  const isOverMarks = (event) => isOverChart(event) || event.target.closest?.("[data-testid=stDataFrame]");

  document.addEventListener("pointerdown", (event) => {
    if (!isOverMarks(event)) return;
    awaited = { was: selected(), until: Date.now() + PATIENCE_MS };
    if (event.pointerType === "touch" && isOverChart(event)) pass("mousemove", event);
  }, true);
  document.addEventListener("pointercancel", (event) => { // The finger scrolls the page.
    if (isOverChart(event)) pass("mouseout", event);
  }, true);

  new MutationObserver(() => {
    if (!awaited || selected() === awaited.was || !isDrawn()) return;
    const card = document.querySelector(".dl-card");
    if (!card) return;
    const isLate = Date.now() > awaited.until;
    awaited = null;
    if (!isLate && card.getBoundingClientRect().top > innerHeight * 0.8) card.scrollIntoView({ block: "start", behavior: "instant" });
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] });
})();
