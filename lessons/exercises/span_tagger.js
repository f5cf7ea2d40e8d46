// Tokens in a row; a stretch of them is chosen, then marked with a label. The tokens come from
// Python, and only their indices go back.

function element(tag, className, parent) {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

function button(className, parent, name) {
  const made = element("button", className, parent);
  made.type = "button";
  if (name) made.textContent = name;
  return made;
}

function render({ model, el, signal }) {
  const words = model.get("words");
  const labels = model.get("labels");
  const letters = model.get("letters");
  el.classList.add("lessons-tagger");
  const text = element("div", "lessons-tagger-text", el);
  text.setAttribute("role", "group");
  text.setAttribute(
    "aria-label",
    "Tokens. Arrow keys move, Shift and an arrow choose more, a label's letter marks, Delete unmarks.",
  );
  const tools = element("div", "lessons-tagger-labels", el);
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "Labels for the chosen tokens");
  const says = element("p", "lessons-tagger-says", el);
  says.setAttribute("role", "status");

  let anchor = 0; // where the choice began
  let focus = 0; // where it ends, and the keyboard is
  const chosen = () => [Math.min(anchor, focus), Math.max(anchor, focus) + 1];
  const phrase = (start, end) => words.slice(start, end).join(" ");
  const markAt = (i) => model.get("marks").find(([start, end]) => start <= i && i < end);

  const tokens = words.map((word, i) => {
    const made = button("lessons-token", text);
    element("span", "lessons-token-word", made).textContent = word;
    element("span", "lessons-token-label", made).setAttribute("aria-hidden", "true");
    made.dataset.at = i;
    return made;
  });

  const labelOf = (i) => tokens[i].querySelector(".lessons-token-label");

  const endInside = (label) => {
    label.style.translate = "";
    const over = label.getBoundingClientRect().right - text.getBoundingClientRect().right;
    if (over > 0) label.style.translate = `${-over}px`;
  };

  // A label that is longer than its name reaches over the words behind it. At the end of a line it
  // begins further left; where it would meet the next name's label, that name moves away.
  const place = () => {
    for (const token of tokens) token.style.marginInlineEnd = "";
    let before = null;
    for (const mark of model.get("marks")) {
      const label = labelOf(mark[0]);
      endInside(label);
      const [left, right] = [before && labelOf(before[0]), label].map((each) => each?.getBoundingClientRect());
      const lack = left?.top === right.top ? left.right + 6 - right.left : 0;
      if (lack > 0) {
        tokens[before[1] - 1].style.marginInlineEnd = `${lack}px`;
        endInside(label);
      }
      before = mark;
    }
  };

  const show = () => {
    const [start, end] = chosen();
    tokens.forEach((token, i) => {
      const mark = markAt(i);
      const inside = start <= i && i < end;
      token.tabIndex = i === focus ? 0 : -1;
      token.setAttribute("aria-pressed", inside);
      token.dataset.label = mark ? mark[2] : "";
      token.dataset.edge = mark ? `${mark[0] === i ? "first" : ""}${mark[1] - 1 === i ? "last" : ""}` : "";
      labelOf(i).textContent = mark && mark[0] === i ? mark[2] : "";
      const part = mark ? `, in ${phrase(mark[0], mark[1])}, ${mark[2]}` : "";
      token.setAttribute("aria-label", `${words[i]}${part}`);
    });
    place();
  };

  const keep = (marks) => {
    model.set("marks", marks.sort((a, b) => a[0] - b[0]));
    model.save_changes();
  };

  const without = (start, end) =>
    model.get("marks").filter((mark) => mark[1] <= start || end <= mark[0]);

  const counted = () => {
    const count = model.get("marks").length;
    return `${count} ${count === 1 ? "name" : "names"} marked.`;
  };

  const give = (label) => {
    const [start, end] = chosen();
    keep([...without(start, end), [start, end, label]]);
    says.textContent = `${phrase(start, end)}: ${label}. ${counted()}`;
    anchor = focus;
    show();
  };

  const take = () => {
    const [start, end] = chosen();
    const left = without(start, end);
    const gone = model.get("marks").length - left.length;
    keep(left);
    says.textContent = gone ? `Unmarked. ${counted()}` : `Nothing is marked there. ${counted()}`;
    show();
  };

  const choose = (index, extend) => {
    focus = Math.max(0, Math.min(tokens.length - 1, index));
    if (!extend) anchor = focus;
    const [start, end] = chosen();
    show();
    tokens[focus].focus();
    if (extend) says.textContent = `Chosen: ${phrase(start, end)}`;
  };

  const tool = (name, key, shown, press) => {
    const made = button("lessons-label", tools, name);
    made.addEventListener("click", press, { signal });
    if (!key) return made;
    made.setAttribute("aria-keyshortcuts", key);
    const seen = element("kbd", "lessons-letter-key", made);
    seen.textContent = shown;
    seen.setAttribute("aria-hidden", "true"); // said as a shortcut, and no part of the name
    return made;
  };
  labels.forEach((label, k) => {
    tool(label, letters[k], letters[k].toUpperCase(), () => give(label)).dataset.label = label;
  });
  tool("no name", "Delete", "Del", take);

  const under = (event) => {
    const token = event.target.closest(".lessons-token");
    return token ? Number(token.dataset.at) : null;
  };
  const listen = (type, act) =>
    text.addEventListener(
      type,
      (event) => {
        const at = under(event);
        if (at !== null) act(at, event);
      },
      { signal },
    );
  let drags = false;
  listen("mousedown", (at, event) => {
    drags = event.button === 0;
    if (drags) choose(at, event.shiftKey);
    event.preventDefault(); // no text is selected by dragging; choose() has moved the focus
  });
  listen("mouseover", (at, event) => {
    drags &&= event.buttons === 1; // the button may have come up outside
    if (drags && at !== focus) choose(at, true);
  });
  listen("click", (at, event) => {
    if (event.detail === 0) choose(at, event.shiftKey); // by Enter, Space, or a screen reader
  });
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  text.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = STEPS[event.key];
      const label = labels[letters.indexOf(event.key.toLowerCase())];
      if (step !== undefined) choose(focus + step, event.shiftKey);
      else if (event.key === "Delete" || event.key === "Backspace") take();
      else if (label && event.key.length === 1) give(label);
      else return;
      event.preventDefault();
    },
    { signal },
  );

  model.on("change:marks", show);
  show();
  says.textContent = counted();
  let width = 0; // none until the view has its place in the page
  const resized = new ResizeObserver(() => {
    if (el.clientWidth === width) return;
    width = el.clientWidth;
    place();
  });
  resized.observe(el);
  return () => resized.disconnect();
}

export default { render };
