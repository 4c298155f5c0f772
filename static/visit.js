// Keeps, in a cookie of this browser, which state of the store was seen when a page was last left, and before that visit.
(() => {
  if (window.datelineVisit) return; // The page may ask for this script again when it is drawn.
  window.datelineVisit = true;

  const NAME = "dateline-visit";
  const PAUSE = 30 * 60; // Seconds after which coming back is another visit.
  const YEAR = 365 * 24 * 60 * 60;

  const kept = () => document.cookie.match(new RegExp(`(?:^|; )${NAME}=([\\d.]+)-([\\d.]+)`))?.slice(1) ?? ["0.0", "0.0"];

  const leave = () => {
    const version = document.querySelector("[data-store-version]")?.dataset.storeVersion;
    if (!version) return;
    const now = Math.floor(Date.now() / 1000);
    const [before, last] = kept();
    const earlier = now - Number(last.split(".")[1]) > PAUSE ? last : before;
    document.cookie = `${NAME}=${earlier}-${version}.${now}; path=/; max-age=${YEAR}; SameSite=Strict`;
  };

  document.addEventListener("visibilitychange", () => document.hidden && leave());
  window.addEventListener("pagehide", leave);
})();
