// Makes elements: of names and properties, and of a figure's markup, which the engine writes (crates/figure), with strangers' strings in it. It has
// escaped them; here, too, nothing gets in but the elements and attributes that figures are made of.

const ELEMENTS = new Set(
  ("abbr circle code defs desc g li line marker ol path pattern pre rect span svg text title tspan").split(" "),
);
const ATTRIBUTES = new Set(
  ("aria-hidden class cx cy d fill height hidden id lang marker-end markerHeight markerUnits markerWidth orient patternUnits " +
    "r refX refY role rx stroke transform viewBox width x x1 x2 xml:space y y1 y2").split(" "),
);

export function element(name, properties = {}, ...children) {
  const { part, ...rest } = properties;
  const made = Object.assign(document.createElement(name), rest);
  if (part) made.part = part;
  made.append(...children);
  return made;
}

/// The one element that the markup is.
export function figure(markup) {
  const isPicture = markup.startsWith("<svg");
  const parsed = new DOMParser().parseFromString(markup, isPicture ? "image/svg+xml" : "text/html");
  return copied(isPicture ? parsed.documentElement : parsed.body.firstElementChild);
}

function copied(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (!ELEMENTS.has(node.localName)) return "";
  const element = document.createElementNS(node.namespaceURI, node.localName);
  for (const { name, value } of node.attributes) if (ATTRIBUTES.has(name)) element.setAttribute(name, value);
  element.append(...[...node.childNodes].map(copied));
  return element;
}
