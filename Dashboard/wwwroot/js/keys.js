// Keys that must answer at once, with or without the circuit.
document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    const search = document.querySelector("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  } else if (event.key === "Escape") {
    const inside = document.activeElement?.closest(".definition, [role=search]");
    if (inside) {
      document.activeElement.blur();
      event.stopPropagation();
    }
  }
}, { capture: true });
