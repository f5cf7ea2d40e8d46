// A text as characters; between any two that are not white space a cut can be set or taken away.
// Characters come from Python as it split them: indices of that list cross the wire, never offsets
// counted here.

function element(tag, className, parent) {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

const isSpace = (character) => character.trim() === "";

function render({ model, el, signal }) {
  const characters = model.get("characters");
  el.classList.add("lessons-cuts");
  const text = element("div", "lessons-cuts-text", el);
  text.setAttribute("role", "group");
  text.setAttribute("aria-label", "Cuts in the text. Arrow keys move, Space cuts or joins.");
  const says = element("p", "lessons-cuts-says", el);
  says.setAttribute("role", "status");

  const gaps = []; // the buttons, in order
  let word = null;
  characters.forEach((character, i) => {
    if (isSpace(character)) {
      word = null;
      return;
    }
    if (word) {
      const gap = element("button", "lessons-gap", word);
      gap.type = "button";
      gap.tabIndex = -1;
      gap.dataset.at = i;
      gaps.push(gap);
    } else {
      word = element("span", "lessons-word", text);
    }
    element("span", "lessons-letter", word).textContent = character;
  });

  const tokenAround = (at, cuts, step) => {
    let found = "";
    for (let i = step < 0 ? at - 1 : at; characters[i] !== undefined; i += step) {
      if (isSpace(characters[i])) break;
      found = step < 0 ? characters[i] + found : found + characters[i];
      if (cuts.has(step < 0 ? i : i + 1)) break;
    }
    return found;
  };

  const count = (cuts) =>
    characters.filter((character, i) => {
      const starts = i === 0 || isSpace(characters[i - 1]) || cuts.has(i);
      return !isSpace(character) && starts;
    }).length;


  const show = () => {
    const cuts = new Set(model.get("cuts"));
    for (const gap of gaps) {
      const at = Number(gap.dataset.at);
      gap.setAttribute("aria-pressed", cuts.has(at));
      gap.setAttribute("aria-label", `Cut between ${characters[at - 1]} and ${characters[at]}`);
    }
  };

  const tell = (at) => {
    const cuts = new Set(model.get("cuts"));
    const what = cuts.has(at)
      ? `Cut between ${characters[at - 1]} and ${characters[at]}: ${tokenAround(at, cuts, -1)} | ${tokenAround(at, cuts, 1)}`
      : `Joined: ${tokenAround(at, cuts, -1)}${tokenAround(at, cuts, 1)}`;
    says.textContent = `${what} (${count(cuts)} tokens in all)`;
  };

  const toggle = (gap) => {
    const at = Number(gap.dataset.at);
    const cuts = new Set(model.get("cuts"));
    if (!cuts.delete(at)) cuts.add(at);
    model.set("cuts", [...cuts].sort((a, b) => a - b));
    model.save_changes();
    tell(at);
  };

  let current = 0;
  const moveTo = (index, focus) => {
    if (!gaps.length) return;
    gaps[current].tabIndex = -1;
    current = Math.max(0, Math.min(gaps.length - 1, index));
    gaps[current].tabIndex = 0;
    if (focus) gaps[current].focus();
  };

  text.addEventListener(
    "click",
    (event) => {
      const gap = event.target.closest(".lessons-gap");
      if (!gap) return;
      moveTo(gaps.indexOf(gap), true);
      toggle(gap);
    },
    { signal },
  );
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  text.addEventListener(
    "keydown",
    (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      moveTo(current + step, true);
    },
    { signal },
  );

  model.on("change:cuts", show);
  show();
  moveTo(0, false);
  says.textContent = `${count(new Set(model.get("cuts")))} tokens so far.`;
}

export default { render };
