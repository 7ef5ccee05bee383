// Runs before the first paint: how the screen looks. What the reader chose, else what the system asks for.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const more = matchMedia("(prefers-contrast: more)");
  // Of each look the plain value, the other, and whether the system asks for the other.
  const looks = {
    theme: ["light", "dark", () => dark.matches],
    contrast: ["standard", "high", () => more.matches],
    type: ["standard", "large", () => false],
  };
  const chosen = look => looks[look].slice(0, 2).find(value => value === localStorage.getItem(look));
  const current = look => chosen(look) ?? looks[look][+looks[look][2]()];
  const show = () => {
    for (const look in looks) {
      if (root.dataset[look] !== current(look)) {
        root.dataset[look] = current(look);
      }
    }
    root.toggleAttribute("data-chosen", Object.keys(looks).some(chosen));
  };
  show();
  dark.addEventListener("change", show);
  more.addEventListener("change", show);
  addEventListener("storage", show);
  document.addEventListener("click", event => {
    const look = event.target.closest("[data-look]")?.dataset.look;
    if (look === "system") {
      Object.keys(looks).forEach(one => localStorage.removeItem(one));
      show();
    } else if (look) {
      const [plain, other] = looks[look];
      localStorage.setItem(look, current(look) === other ? plain : other);
      show();
    }
  });
})();
