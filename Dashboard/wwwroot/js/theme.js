// Runs before the first paint. The reader's own choice, else the system's.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => localStorage.getItem("theme");
  const current = () => chosen() ?? (dark.matches ? "dark" : "light");
  const show = () => {
    if (root.dataset.theme !== current()) {
      root.dataset.theme = current();
    }
  };
  show();
  dark.addEventListener("change", show);
  addEventListener("storage", show);
  // Blazor's enhanced navigation takes away attributes the server did not send.
  new MutationObserver(show).observe(root, { attributeFilter: ["data-theme"] });
  document.addEventListener("click", event => {
    if (event.target.closest("[data-theme-switch]")) {
      localStorage.setItem("theme", current() === "dark" ? "light" : "dark");
      show();
    }
  });
})();
