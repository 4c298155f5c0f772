// A popover that is opened by a key gets the focus in its first field: it stands at the end of the page, behind all that Tab
// leads to before. Its button has the focus again when Escape closes it.
(() => {
  if (window.datelinePopovers) return; // The page may ask for this script again when it is drawn.
  window.datelinePopovers = true;
  const BUTTON = "[data-testid=stPopoverButton]";
  const FIELDS = "input:not([type=hidden]), textarea, button:not([disabled]), a[href]";
  const PATIENCE_MS = 5000;

  document.addEventListener("keydown", (event) => {
    const button = event.target.closest?.(BUTTON);
    if (!button || !["Enter", " "].includes(event.key) || button.getAttribute("aria-expanded") === "true") return;
    const isFirst = (field) => !field.closest("[data-testid=stTooltipIcon]") && field.getClientRects().length;
    const enter = () => {
      const first = [...document.querySelectorAll("[data-testid=stPopoverBody] :is(" + FIELDS + ")")].find(isFirst);
      if (!first) return;
      if (document.activeElement === button) first.focus();
      stop();
    };
    const watch = new MutationObserver(enter);
    const stop = () => watch.disconnect();
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(stop, PATIENCE_MS);
  });
})();
