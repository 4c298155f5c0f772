// Keeps in the address which lines of a card were opened or closed ("fold=1f0c9a3e"), for the link that is copied: those that
// stand otherwise than at first. Streamlit reads it with its next run, and draws the same; no run is asked for.
(() => {
  if (window.datelineFolds) return; // The page may ask for this script again when it is drawn.
  window.datelineFolds = true;

  document.addEventListener("toggle", ({ target }) => {
    const { fold, first } = target.dataset ?? {};
    if (!fold || !target.isConnected) return;
    const address = new URL(location.href);
    const others = address.searchParams.getAll("fold").filter((each) => each !== fold);
    const isAsAtFirst = target.open === (first === "open");
    address.searchParams.delete("fold");
    for (const each of isAsAtFirst ? others : [...others, fold].sort()) address.searchParams.append("fold", each);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }, true);
})();
