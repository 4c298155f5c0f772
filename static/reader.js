// Marks and findings of an article are links to the view with them selected. Here they are followed without loading the
// page anew: the address changes, and Streamlit takes it as a step of the browser. What is selected is brought into sight,
// and a link that had the focus has it again after the page was drawn; after J or K, that of what is selected then. Words
// that are selected in the text can be added as an event: by the button beside them, or by E.
(() => {
  if (window.datelineReads) return; // The page may ask for this script again when it is drawn.
  window.datelineReads = true;
  const LINKS = ".dl-article a[href^='?'], .dl-findings a[href^='?']";
  let followed = null;

  const follow = (address) => {
    history.pushState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  };

  // A link that is pressed is carried away or, from its first letter to its last, selects nothing (Chromium): while the
  // button is down it is none, so that words are selected from within a mark as anywhere.
  document.addEventListener("mousedown", (event) => {
    const link = event.target.closest?.(".dl-article a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const href = link.getAttribute("href");
    link.removeAttribute("href");
    addEventListener("mouseup", () => link.setAttribute("href", href), { capture: true, once: true });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(LINKS);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (event.detail && selectedWords()) return;
    followed = { region: link.closest(".dl-article") ? ".dl-article" : ".dl-findings", href: link.getAttribute("href") };
    follow(followed.href);
  });

  document.addEventListener("keydown", (event) => {
    const region = [".dl-article", ".dl-findings"].find((each) => document.activeElement?.closest(each));
    if (region && ["j", "k"].includes(event.key.toLowerCase()) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      followed = { region, href: null };
    }
  }, true);

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
    const href = followed.href ?? document.querySelector(".dl-findings [aria-current]")?.getAttribute("href");
    const same = [...document.querySelectorAll(`${followed.region} a`)].find((link) => link.getAttribute("href") === href);
    same?.focus({ preventScroll: true });
    followed = null;
  };

  // Offsets count characters of the article: a block says where it begins, and a character outside the BMP is one.
  const offset = (node, at) => {
    const block = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".dl-article [data-at]");
    if (!block) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, at);
    return Number(block.dataset.at) + [...before.toString()].length;
  };

  const selectedWords = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (start === null || end === null || end <= start) return null;
    return { address: `${document.querySelector(".dl-article").dataset.words}${start}-${end}`, box: range.getBoundingClientRect() };
  };

  const button = document.createElement("button");
  button.type = "button";
  button.className = "dl-add";
  button.textContent = "Add an event";
  button.hidden = true;
  document.body.append(button);

  const add = () => {
    const words = selectedWords();
    if (!words) return;
    document.getSelection().removeAllRanges();
    follow(words.address);
  };

  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", add);
  document.addEventListener("selectionchange", () => {
    const words = selectedWords();
    button.hidden = !words;
    if (!words) return;
    button.style.left = `${Math.max(0, Math.min(words.box.left, innerWidth - 140))}px`;
    button.style.top = `${Math.max(0, Math.min(words.box.bottom + 4, innerHeight - 40))}px`;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "e" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, [contenteditable]")) return;
    add();
  });

  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  show();
})();
