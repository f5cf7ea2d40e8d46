// The one place that reaches past what anywidget promises, into JupyterLab's own notebook
// (`widget_manager.context`, seen in JupyterLab 4.6). It compares, swaps and saves; Python decides.
// Where that interface is missing (VS Code, Colab), Python is told "elsewhere" and shows a line to
// paste.

const VIEW = "application/vnd.jupyter.widget-view+json";
const ANSWER_WITHIN = 4000; // ms; a kernel that is silent for longer is busy or gone

const PAGE = `${Date.now()}-${Math.random()}`; // among the browser tabs that show the notebook
let views = 0;
const ours = new Map(); // by root: what this page swapped in or out, and undo may bring back

function notebookOf(model) {
  const context = model.widget_manager?.context;
  const whole = context?.model?.cells && typeof context.save === "function";
  return whole ? context : null;
}

function cellsShowing(context, root) {
  const found = [];
  for (const cell of context.model.cells) {
    const outputs = cell.type === "code" ? cell.outputs : null;
    for (let i = 0; i < (outputs?.length ?? 0); i++) {
      if (outputs.get(i).data?.[VIEW]?.model_id === root) found.push(cell);
    }
  }
  return found;
}

function swap(context, root, { expected, source }) {
  const cells = cellsShowing(context, root);
  if (cells.length !== 1) return cells.length ? "copied" : "absent";
  const cell = cells[0].sharedModel;
  const now = cell.getSource();
  const known = ours.get(root) ?? new Set();
  if (now !== expected && !known.has(now)) return "changed";
  if (now !== source) cell.setSource(source); // one step of undo
  ours.set(root, known.add(now).add(source));
  return "";
}

const asksToSave = (event) =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "s";

const places = new WeakMap(); // by the part of the page that shows a notebook: its context

// Whether keys go to this notebook: they were pressed in it, or its tab is in front. In another
// tab JupyterLab serves them.
function inFront(context, event) {
  const tab = document.querySelector(".lm-TabBar-tab.jp-mod-current")?.dataset.id;
  const place = event.target.closest?.(".jp-NotebookPanel") ?? document.getElementById(tab);
  return !place || places.get(place) === context;
}

// One save at a time: JupyterLab takes a file that a save under way has just written for another
// program's. Who presses Ctrl+S meanwhile is served next.
const last = new WeakMap(); // by context

function save(context) {
  const again = (event) => {
    if (!asksToSave(event) || !inFront(context, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    save(context);
  };
  const saved = Promise.resolve(last.get(context)).then(async () => {
    window.addEventListener("keydown", again, { capture: true });
    try {
      await context.save(); // rejects when the server refuses; JupyterLab then shows why
      return "saved";
    } catch {
      return "unsaved";
    } finally {
      window.removeEventListener("keydown", again, { capture: true });
    }
  });
  last.set(context, saved);
  return saved;
}

async function carryOut(model, order) {
  const context = notebookOf(model);
  if (!context) return { outcome: "elsewhere" };
  const refused = order.source === undefined ? "" : swap(context, model.get("root"), order);
  const outcome = refused || (await save(context));
  return { outcome, path: context.path };
}

// What the controls say on this page, whether or not their messages have reached the kernel; null
// where a front end gives no access to other models, and Python goes by what it has heard.
async function readControls(model) {
  return Promise.all(
    model.get("controls").map(async ([id, name]) => {
      const control = await model.widget_manager.get_model(id);
      return control.get(name);
    }),
  );
}

// JupyterLab reads a plain key inside an output as a notebook command: x would cut the cell.
// Escape leads out, to the cell itself, where plain keys are commands again. Ctrl+S is taken on
// its way in: text boxes keep keys to themselves, and the browser would offer to save the page.
function guard(area, context) {
  if (area.dataset.lessonsGuard) return;
  area.dataset.lessonsGuard = "on";
  const first = (event) => {
    if (event.key === "Escape") area.closest(".jp-Cell")?.focus({ preventScroll: true });
    if (!context || !asksToSave(event)) return;
    event.preventDefault();
    event.stopPropagation();
    save(context);
  };
  const hold = (event) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  area.addEventListener("keydown", first, { capture: true });
  area.addEventListener("keydown", hold);
}

// ipywidgets 8 gives a group no role and a text box no hint of what may be typed.
function nameParts(el, name) {
  const whole = el.closest(".lessons-exercise");
  if (!whole) return;
  whole.setAttribute("role", "group");
  whole.setAttribute("aria-label", name);
  for (const input of whole.querySelectorAll(".lessons-number input")) {
    input.inputMode = "numeric";
    input.autocomplete = "off";
  }
}

function element(tag, className, parent) {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

function render({ model, el, signal }) {
  el.classList.add("lessons-keep");
  const bar = element("div", "lessons-bar", el);
  const says = element("p", "lessons-says", el);
  const paste = element("pre", "lessons-paste", el);
  says.setAttribute("role", "status"); // polite, and the exercise's only live line
  paste.tabIndex = 0;
  paste.setAttribute("role", "textbox");
  paste.setAttribute("aria-readonly", "true");
  paste.setAttribute("aria-multiline", "true");
  paste.setAttribute("aria-label", "The line to paste into the cell");
  const here = `${PAGE}/${++views}`; // only the view that was clicked acts
  let silence = 0;

  const show = () => {
    says.textContent = model.get("says");
    says.dataset.mood = model.get("mood");
    paste.textContent = model.get("paste");
    paste.hidden = !paste.textContent;
  };

  const warn = (sentence) => {
    says.textContent = sentence;
    says.dataset.mood = "warn";
  };

  const ask = async (action) => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      warn("The kernel has not answered. It may be busy; if it was restarted, run this cell again.");
    }, ANSWER_WITHIN);
    const values = await readControls(model).catch(() => null);
    try {
      model.send({ action, view: here, values });
    } catch {
      clearTimeout(silence);
      warn("The kernel was restarted since this cell ran. Run this cell again.");
    }
  };

  for (const [action, label] of model.get("buttons")) {
    const button = element("button", `lessons-button lessons-${action}`, bar);
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => ask(action), { signal });
  }

  const hear = async (message) => {
    if (message.view !== here) return;
    clearTimeout(silence);
    show();
    const { order } = message;
    if (!order) return;
    try {
      model.send({ done: order.number, ...(await carryOut(model, order)) });
    } catch (error) {
      warn(`The page could not do it (${error.message}). Run this cell again.`);
    }
  };

  for (const trait of ["says", "mood", "paste"]) model.on(`change:${trait}`, show);
  model.on("msg:custom", hear);
  show();

  // The view has no place in the page yet; when it gets one it has a size.
  const seen = new ResizeObserver(() => {
    const context = notebookOf(model);
    const place = el.closest(".jp-NotebookPanel");
    if (place) places.set(place, context);
    guard(el.closest(".jp-OutputArea-output") ?? el, context);
    nameParts(el, model.get("called"));
  });
  seen.observe(el);
  if (model.get("eager")) ask(model.get("eager"));
  return () => {
    clearTimeout(silence);
    seen.disconnect();
  };
}

export default { render };
