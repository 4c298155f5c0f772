// Marks and findings of an article are links to the view with them selected. Here they are followed without loading the
// page anew: the address changes, and Streamlit takes it as a step of the browser. What is selected is brought into sight,
// and a link that had the focus has it again after the page was drawn.
(() => {
  if (window.datelineReads) return; // The page may ask for this script again when it is drawn.
  window.datelineReads = true;
  const LINKS = ".dl-article a[href^='?'], .dl-findings a[href^='?']";
  let followed = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(LINKS);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    followed = { region: link.closest(".dl-article") ? ".dl-article" : ".dl-findings", href: link.getAttribute("href") };
    history.pushState(null, "", link.getAttribute("href"));
    window.dispatchEvent(new PopStateEvent("popstate"));
  });

  const into = (element) => element?.scrollIntoView({ block: "nearest", behavior: "instant" });
  let shown = null;

  const show = () => {
    const article = document.querySelector(".dl-article[data-selected]");
    const selected = article?.dataset.selected;
    if (!selected || selected === shown) return;
    shown = selected;
    into(document.querySelector(".dl-findings [aria-current]"));
    into(article.querySelector(".dl-evidence"));
    if (!followed) return;
    const same = [...document.querySelectorAll(`${followed.region} a`)].find((link) => link.getAttribute("href") === followed.href);
    same?.focus({ preventScroll: true });
    followed = null;
  };

  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  show();
})();
