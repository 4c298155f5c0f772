// A control that is gone, or out of use, once it was pressed by a key hands the focus on: to what stands in its place, else
// within what it stood in, else to the next that is still there, else to the one before; from a popover that closed, to the
// button that opened it; from a link to another page, to its content. The browser alone would give it to the whole page.
(() => {
  if (window.datelineFocus) return; // The page may ask for this script again when it is drawn.
  window.datelineFocus = true;
  const FIELDS = "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), textarea:not([disabled]), summary";
  const POPOVER = "[data-testid=stPopoverBody]";
  const OPENER = "[data-testid=stPopoverButton]";
  const PATIENCE_MS = 10_000;
  const isDrawn = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
  const isHelp = (field) => field.getAttribute("aria-label")?.startsWith("Help for");
  const canTakeFocus = (field) =>
    field.isConnected && field.matches(FIELDS) && field.tabIndex >= 0 && field.getClientRects().length && !isHelp(field);
  const fields = () => [...document.querySelectorAll(FIELDS)].filter(canTakeFocus);
  const keysOf = (field) => {
    const keys = [];
    for (let each = field; each; each = each.parentElement) keys.push(...[...each.classList].filter((name) => name.startsWith("st-key-")));
    return keys;
  };
  let pressed = null;
  let opener = null;

  document.addEventListener("keydown", ({ key, target }) => {
    pressed = null;
    if (!["Enter", " "].includes(key) || !target.matches?.(FIELDS)) return;
    if (target.matches(OPENER)) opener = target;
    const all = fields();
    const at = all.indexOf(target);
    pressed = {
      field: target,
      path: location.pathname,
      keys: keysOf(target),
      others: target.closest(POPOVER) ? [opener] : [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0)).reverse()],
      until: Date.now() + PATIENCE_MS,
    };
  }, true);
  document.addEventListener("pointerdown", () => { pressed = null; }, true);

  const handOn = () => {
    if (!pressed || !isDrawn() || document.activeElement !== document.body) return;
    const { field, path, keys, others, until } = pressed;
    if (Date.now() > until || canTakeFocus(field)) return;
    if (location.pathname !== path) {
      document.querySelector("#stMain")?.focus({ preventScroll: true });
      pressed = null;
      return;
    }
    const [own, around] = keys.map((key) => fields().filter((each) => each.closest(`.${CSS.escape(key)}`)));
    const left = others.filter((each) => each && canTakeFocus(each));
    const wanted = [...(own ?? []), ...left.filter((each) => around?.includes(each)), ...(around ?? []), ...left];
    wanted[0]?.focus({ preventScroll: true });
    pressed = null;
  };
  new MutationObserver(handOn).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state", "disabled"],
  });
})();
