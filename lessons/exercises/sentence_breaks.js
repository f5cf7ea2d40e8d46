// Sentences, one below the other; between any two a break can be set, and its reason chosen.

const ASK = "Choose a reason…";

function element(tag, className, parent) {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

function render({ model, el, signal }) {
  const sentences = model.get("sentences");
  const reasons = model.get("reasons");
  el.classList.add("lessons-breaks");
  const text = element("div", "lessons-breaks-text", el);
  text.setAttribute("role", "group");
  text.setAttribute("aria-label", "Topic breaks. Arrow keys move, Space sets a break or takes it away.");
  const says = element("p", "lessons-breaks-says", el);
  says.setAttribute("role", "status");

  const gaps = [];
  const pickers = [];
  sentences.forEach((sentence, i) => {
    const line = element("p", "lessons-sentence", text);
    element("span", "lessons-sentence-number", line).textContent = i + 1;
    line.append(sentence);
    if (i === sentences.length - 1) return;
    const row = element("div", "lessons-break", text);
    const gap = element("button", "lessons-break-toggle", row);
    gap.type = "button";
    gap.dataset.after = i + 1;
    gap.setAttribute("aria-label", `Break after sentence ${i + 1}`);
    gap.tabIndex = -1;
    gaps.push(gap);
    if (!reasons.length) return;
    const picker = element("select", "lessons-break-reason", row);
    picker.setAttribute("aria-label", `Reason for the break after sentence ${i + 1}`);
    for (const reason of ["", ...reasons]) {
      const option = element("option", "", picker);
      option.value = reason;
      option.textContent = reason || ASK;
    }
    picker.addEventListener("change", () => setReason(i + 1, picker.value), { signal });
    pickers.push(picker);
  });

  const reasonOf = (number) => model.get("breaks").find(([after]) => after === number)?.[1];

  const keep = (breaks) => {
    model.set("breaks", breaks.sort((a, b) => a[0] - b[0]));
    model.save_changes();
  };

  const counted = () => {
    const count = model.get("breaks").length;
    return `${count} ${count === 1 ? "break" : "breaks"}, ${count + 1} ${count ? "segments" : "segment"}.`;
  };

  function setReason(number, reason) {
    keep([...model.get("breaks").filter(([after]) => after !== number), [number, reason]]);
  }

  const toggle = (gap) => {
    const number = Number(gap.dataset.after);
    const others = model.get("breaks").filter(([after]) => after !== number);
    const had = reasonOf(number) !== undefined;
    keep(had ? others : [...others, [number, ""]]);
    says.textContent = `${had ? "No break" : "Break"} after sentence ${number}. ${counted()}`;
  };

  const show = () => {
    gaps.forEach((gap, i) => {
      const reason = reasonOf(i + 1);
      const set = reason !== undefined;
      gap.setAttribute("aria-pressed", set);
      gap.textContent = set ? "Break" : "";
      if (!pickers.length) return;
      pickers[i].hidden = !set;
      pickers[i].value = reason ?? "";
    });
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
      const gap = event.target.closest(".lessons-break-toggle");
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
      if (event.target.closest("select")) return; // arrows choose the reason there
      event.preventDefault();
      moveTo(current + step, true);
    },
    { signal },
  );

  model.on("change:breaks", show);
  show();
  moveTo(0, false);
  says.textContent = counted();
}

export default { render };
