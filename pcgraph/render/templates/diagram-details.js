"use strict";
/* What is known of one item, as elements; words only ever become text. */
const pcDetails = (() => {
  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function button(text, className, onClick) {
    const made = element("button", text, className);
    made.type = "button";
    made.addEventListener("click", onClick);
    return made;
  }

  function listFacts(node) {
    const facts = [["Kind", node.kind], ...(node.status ? [["Status", node.status]] : []), ...(node.detail || []), ["Id", node.key]];
    const list = element("dl");
    for (const [name, value] of facts) list.append(element("dt", name), element("dd", value));
    return list;
  }

  function listLinks(links, end, makeGo) {
    const list = element("ul", undefined, "plain");
    for (const link of links) {
      const item = element("li", link.word ? `${link.word}: ` : "");
      item.append(makeGo(link[end]));
      list.append(item);
    }
    return list;
  }

  /* links: those at the item; makeGo(id) makes the button that chooses another item. */
  function describe(node, links, makeGo) {
    const place = element("div");
    place.append(element("h3", node.label), listFacts(node));
    for (const [title, own, end] of [["Links from it", "from", "to"], ["Links to it", "to", "from"]]) {
      const some = links.filter((link) => link[own] === node.id);
      if (some.length) place.append(element("h4", `${title} (${some.length})`), listLinks(some, end, makeGo));
    }
    return place;
  }

  return { element, button, describe };
})();
