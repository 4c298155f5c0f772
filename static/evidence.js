// Where the evidence stands below the charts, on a phone, it is brought into sight when a mark was chosen that it tells of.
(() => {
  if (window.datelineEvidence) return; // The page may ask for this script again when it is drawn.
  window.datelineEvidence = true;
  const PATIENCE_MS = 5000;
  const isDrawn = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
  const selected = () => new URLSearchParams(location.search).get("select");
  let awaited = null;

  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest?.(".js-plotly-plot")) awaited = { was: selected(), until: Date.now() + PATIENCE_MS };
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
