// The state of the page is the fragment of its address: it can be bookmarked, and no server ever sees it.
const form = document.getElementById("search");
const controls = Array.from(form.querySelectorAll("[name]"));

/** Read the address; a fragment that is no list of choices, such as a link's target, says nothing. */
function readAddress() {
  return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
}

/** Write the address as one more step. Typing goes on in the step it began, so that one step back leaves the word. */
function writeAddress(choices, step = "choosing") {
  const told = choices.toString();
  if (readAddress().toString() === told) return;
  const address = told ? `#${told}` : location.href.split("#")[0];
  if (step === "typing" && history.state?.step === step) history.replaceState({ step }, "", address);
  else history.pushState({ step }, "", address);
}

/** Take the choices from the form, leaving out what is left open. */
function readForm() {
  const chosen = controls.map(({ name, value }) => [name, value.trim()]);
  return new URLSearchParams(chosen.filter(([, value]) => value));
}

/** Set the form as the address says; a choice that is no more is left open. */
function fillForm(choices) {
  for (const control of controls) {
    control.value = choices.get(control.name) ?? "";
    if (control.selectedIndex === -1) control.value = "";
  }
}
