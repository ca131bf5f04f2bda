// Elements. Foreign text only ever becomes a text node.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// h("button", { class: "x", click: () => {} }, "text", other)
const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

// Characters that change how text around them is shown, or that show nothing: a reader must see that they are there.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
const HIDDEN_RUN = new RegExp(`(${HIDDEN.source})`);

function visible(text) {
  if (!HIDDEN.test(text)) return text;
  return text.split(HIDDEN_RUN).map((piece) => {
    if (!HIDDEN.test(piece)) return piece;
    const code = piece.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return h("span", { class: "hidden-sign", title: `U+${code}, a character that is not shown` }, code);
  });
}

// Text without case and accents, for searching.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const words = (name) => name.replaceAll("_", " ");
const titled = (name) => words(name).replace(/^./, (c) => c.toUpperCase());
const plural = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

function shorten(text, length) {
  const letters = [...text];
  return letters.length > length ? `${letters.slice(0, length - 1).join("").trimEnd()}…` : text;
}

// What assistive technology is told of a change that is only seen.
const live = h("p", { class: "unseen", role: "status" });
const tell = (message) => (live.textContent = message);

// Storage may be refused, for a page from disk in some browsers: then nothing is kept, and nothing breaks.
const kept = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // The page goes on without it.
    }
  },
};

const isPhone = matchMedia("(max-width: 760px)");
