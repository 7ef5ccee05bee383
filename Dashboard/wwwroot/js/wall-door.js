// A screen that is opened with its key behind the # gives it by itself, once; the key leaves the address at once.
const form = document.querySelector("[data-wall-door]");
const key = location.hash.slice(1);
if (form && key) {
  history.replaceState(null, "", location.pathname);
  form.elements.key.value = decodeURIComponent(key);
  form.requestSubmit();
}
