// The state of the page is the fragment of its address, which can be bookmarked and is never sent to a server.
const form = document.getElementById("search");
const controls = Array.from(form.querySelectorAll("[name]"));

/** Read the address; a fragment that is not a list of choices, such as the target of a link, is ignored. */
function readAddress() {
  return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
}

/** Write the address as a new step. Typing continues in its first step, so that one step back removes the word. */
function writeAddress(choices, step = "choosing") {
  const fragment = choices.toString();
  if (readAddress().toString() === fragment) return;
  const address = fragment ? `#${fragment}` : location.href.split("#")[0];
  if (step === "typing" && history.state?.step === step) history.replaceState({ step }, "", address);
  else history.pushState({ step }, "", address);
}

/** Read the choices from the form, without those that are open. */
function readForm() {
  const chosen = controls.map(({ name, value }) => [name, value.trim()]);
  return new URLSearchParams(chosen.filter(([, value]) => value));
}

/** Set the form as the address says; a choice that no longer exists is left open. */
function fillForm(choices) {
  for (const control of controls) {
    control.value = choices.get(control.name) ?? "";
    if (control.selectedIndex === -1) control.value = "";
  }
}
