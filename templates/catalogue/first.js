// Whoever has no scripts keeps the list and its links, and never sees what would not answer.
document.documentElement.classList.remove("plain");
