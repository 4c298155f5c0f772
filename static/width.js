// Keeps in the address whether the page is too narrow for charts as a desktop shows them ("narrow=yes"): they are drawn for
// that. The window decides, not the link that was opened: Streamlit reads the address after this script.
(() => {
  const NARROW = 620; // Pixels; style.css keeps charts of wider pages about as wide as this.
  const SCROLLBAR = 20; // A layout that needs none must not bring back the other one.
  const SIDEBAR = 281, SIDEBAR_FROM = 769; // Streamlit's, until the page is there to be measured, sidebar and all.
  const content = () => document.querySelector("[data-testid=stSidebar]") && document.querySelector("[data-testid=stMainBlockContainer]");
  const width = () => content()?.clientWidth ?? innerWidth - (innerWidth < SIDEBAR_FROM ? 0 : SIDEBAR);

  const adjust = () => {
    const address = new URL(location.href);
    const was = address.searchParams.get("narrow") === "yes";
    const isNarrow = width() < NARROW + (was ? SCROLLBAR : 0);
    if (isNarrow === was) return false;
    if (isNarrow) address.searchParams.set("narrow", "yes");
    else address.searchParams.delete("narrow");
    history.replaceState(history.state, "", address);
    return true;
  };

  const resized = new ResizeObserver(() => {
    if (adjust()) window.dispatchEvent(new PopStateEvent("popstate"));
  });
  window.addEventListener("popstate", adjust); // A step back to when the window had another width.
  new MutationObserver(() => {
    if (content()) resized.observe(content());
  }).observe(document, { childList: true, subtree: true });
  adjust();
})();
