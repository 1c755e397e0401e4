// Without scripts the list and its links remain, and controls that would not work stay hidden.
document.documentElement.classList.remove("plain");
