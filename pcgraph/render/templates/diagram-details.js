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

  function listFacts(node, kindWord) {
    const facts = [[kindWord, node.kind], ...(node.status ? [["Status", node.status]] : []), ...(node.detail || []), ["Id", node.key]];
    const list = element("dl");
    for (const [name, value] of facts) list.append(element("dt", name), element("dd", value));
    return list;
  }

  function listLinks(links, findOther, makeGo) {
    const list = element("ul", undefined, "plain");
    for (const link of links) {
      const item = element("li", link.word ? `${link.word}: ` : "");
      item.append(makeGo(findOther(link)));
      const more = [link.basis, ...(link.detail || []).map(([, value]) => value)].filter(Boolean).join("; ");
      if (more) item.append(element("span", more, "more"));
      list.append(item);
    }
    return list;
  }

  function groupLinks(links, id, isDirected) {
    const other = (link) => (link.from === id ? link.to : link.from);
    if (!isDirected) return [["Links", links, other]];
    return [
      ["Links from it", links.filter((link) => link.from === id), (link) => link.to],
      ["Links to it", links.filter((link) => link.to === id), (link) => link.from],
    ];
  }

  /* links: those at the item; makeGo(id) makes the button that chooses another item. */
  function describe(node, links, { kindWord, isDirected }, makeGo) {
    const place = element("div");
    place.append(element("h3", node.label), listFacts(node, kindWord));
    for (const [title, some, findOther] of groupLinks(links, node.id, isDirected)) {
      if (some.length) place.append(element("h4", `${title} (${some.length})`), listLinks(some, findOther, makeGo));
    }
    return place;
  }

  return { element, button, describe };
})();
