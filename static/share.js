// Copies the address of the view when a [data-copy-link] button is pressed, and says so.
(() => {
  if (window.datelineShares) return; // The page may ask for this script again when it is drawn.
  window.datelineShares = true;

  const copyWithoutClipboardApi = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    field.style.opacity = "0";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyWithoutClipboardApi(text);
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy-link]");
    if (!button) return;
    const label = button.textContent;
    const address = new URL(window.location.href);
    if (address.searchParams.has("narrow")) address.searchParams.delete("narrow"); // That is of this window, not of the view.
    const copied = await copy(address.href);
    button.textContent = copied ? "Link copied" : "Copy the address bar";
    setTimeout(() => (button.textContent = label), 2000);
  });
})();
