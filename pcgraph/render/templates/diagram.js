"use strict";
/* The page of a diagram: draws it, and ties picture, search, filter, details and tables together. */
(() => {
  const data = JSON.parse(document.getElementById("diagram-data").textContent);
  const { nodes, edges, picture } = data;
  if (!nodes.length) return;
  const byId = (id) => document.getElementById(id);
  const { element, button } = pcDetails;
  const GAP = 12;
  const MOST_FOUND = 8;
  /* Twice the width of A4 within its margins: the style sheet halves it, so that print is sharp. */
  const PRINT_WIDTH = 1360;
  const band = picture.columns.length ? pcDraw.BAND : 0;
  const hiddenKinds = new Set(picture.closed);
  let chosen = null;
  let near = null;
  let isAlone = false;

  const isShown = (node) => !hiddenKinds.has(node.kind) && !(isAlone && !near.has(node.id));
  const isLinkShown = (edge) => isShown(nodes[edge.from]) && isShown(nodes[edge.to]);
  const isLinkNear = (edge) => edge.from === chosen || edge.to === chosen;
  const look = (id) => ({ chosen: id === chosen, faded: near !== null && !near.has(id) });

  /* The groups of which something is shown; alone, items stand apart from their groups. */
  function findShownGroups() {
    return isAlone ? [] : picture.groups.filter((group) => !hiddenKinds.has(group.kind));
  }

  for (const node of nodes) Object.assign(node, { boxWidth: picture.width, slot: picture.slot });
  byId("workspace").hidden = false;
  const holder = byId("canvas");
  const extent = pcView.findExtent(nodes.filter(isShown), findShownGroups());
  pcView.fitHolder(holder, extent, picture.sizes.font, band);
  const screenHeight = holder.style.height;
  for (const node of nodes) {
    const kind = picture.kinds.find((one) => one.name === node.kind);
    node.home = node.y;
    node.ctxRenderer = pcDraw.makeRenderer(node, kind, picture.sizes, look);
  }
  const nodeSet = new vis.DataSet(nodes);
  const network = new vis.Network(holder, { nodes: nodeSet, edges }, JSON.parse(data.options));
  const view = pcView.makeView(network, holder, extent, picture.sizes.font, band);

  /* The boxes' sizes are known; vis-network would guess them before the first drawing. */
  function fixSizes() {
    for (const node of nodes) {
      const { shape } = network.body.nodes[node.id];
      shape.customSizeWidth = shape.width = node.boxWidth;
      shape.customSizeHeight = shape.height = node.boxHeight;
    }
  }

  function goButton(node) {
    return button(node.label, "go", () => choose(node.id, true));
  }

  function drawLinks(ctx) {
    const layers = { far: [], plain: [], near: [] };
    for (const edge of edges.filter(isLinkShown)) {
      layers[chosen === null ? "plain" : isLinkNear(edge) ? "near" : "far"].push(edge);
    }
    for (const [state, layer] of Object.entries(layers)) {
      for (const edge of layer) pcLinks.drawLink(ctx, edge, nodes[edge.from], nodes[edge.to], state);
    }
  }

  /* Alone, an item and those it is linked with stand close together; else each stands at its home. */
  function placeNodes() {
    for (const node of nodes) node.y = node.home;
    if (isAlone) {
      const shown = nodes.filter(isShown).sort((a, b) => a.home - b.home);
      for (const x of new Set(shown.map((node) => node.x))) {
        const column = shown.filter((node) => node.x === x);
        let top = -column.reduce((sum, node) => sum + node.boxHeight + GAP, -GAP) / 2;
        for (const node of column) {
          node.y = top + node.boxHeight / 2;
          top += node.boxHeight + GAP;
        }
      }
    }
    const shown = nodes.filter(isShown);
    Object.assign(extent, pcView.findExtent(shown.length ? shown : nodes, findShownGroups()));
  }

  function markRows() {
    for (const box of document.querySelectorAll(".kind input")) box.checked = !hiddenKinds.has(picture.kinds[box.value].name);
  for (const row of byId("items").tBodies[0].rows) {
      row.classList.toggle("chosen", Number(row.dataset.index) === chosen);
      row.hidden = !isShown(nodes[row.dataset.index]);
    }
    for (const row of byId("links").tBodies[0].rows) row.hidden = !isLinkShown(edges[row.dataset.index]);
  }

  function report() {
    const items = nodes.filter(isShown).length;
    const links = edges.filter(isLinkShown).length;
    byId("shown").textContent = `${items} of ${nodes.length} items and ${links} of ${edges.length} links shown`;
  }

  /* Brings picture, tables and counts in line with what is chosen, filtered and alone. */
  function refresh() {
    placeNodes();
    nodeSet.update(nodes.map((node) => ({ id: node.id, y: node.y, hidden: !isShown(node) })));
    markRows();
    report();
    network.redraw();
  }

  function showDetails() {
    if (chosen === null) {
      byId("details").replaceChildren(element("p", "Nothing is selected.", "small"));
      return;
    }
    const node = nodes[chosen];
    const place = pcDetails.describe(node, edges.filter(isLinkNear), picture, (id) => goButton(nodes[id]));
    const alone = button(isAlone ? "Show the whole picture" : "Show only this and its links", "clear", () => {
      isAlone = !isAlone;
      choose(node.id, true);
    });
    const clear = button("Clear selection", "clear", () => {
      choose(null);
      byId("details-heading").focus();
    });
    place.querySelector("h3").after(alone, clear);
    byId("details").replaceChildren(place);
  }

  /* isFar: chosen from outside the picture, which is then brought into sight. */
  function choose(id, isFar = false) {
    const wasAlone = isAlone;
    chosen = id;
    isAlone = isAlone && id !== null;
    near = id === null ? null : new Set([id, ...edges.filter(isLinkNear).flatMap((edge) => [edge.from, edge.to])]);
    if (id !== null && hiddenKinds.has(nodes[id].kind)) showKind(nodes[id].kind);
    refresh();
    showDetails();
    if (isAlone || wasAlone) view.moves.start();
    if (!isFar) return;
    view.reveal(nodes[id]);
    byId("matches").replaceChildren();
    byId("picture-heading").scrollIntoView({ block: "nearest" });
    byId("details-heading").focus({ preventScroll: true });
  }

  function showKind(name) {
    hiddenKinds.delete(name);
    const index = picture.kinds.findIndex((kind) => kind.name === name);
    document.querySelector(`.kind input[value="${index}"]`).checked = true;
  }

  function showAllKinds() {
    picture.kinds.forEach((kind) => showKind(kind.name));
    refresh();
    view.moves.start();
    find();
  }

  function filter(box) {
    const { name } = picture.kinds[box.value];
    if (box.checked) hiddenKinds.delete(name);
    else hiddenKinds.add(name);
    if (chosen !== null && hiddenKinds.has(nodes[chosen].kind)) choose(null);
    else refresh();
    find();
  }

  function find() {
    const words = byId("find").value.trim().toLocaleLowerCase("en-GB");
    const matches = (node) => `${node.label}\n${node.key}`.toLocaleLowerCase("en-GB").includes(words);
    const found = words ? nodes.filter((node) => !hiddenKinds.has(node.kind) && matches(node)) : [];
    byId("matches").replaceChildren(...found.slice(0, MOST_FOUND).map((node) => {
      const item = element("li");
      item.append(goButton(node));
      return item;
    }));
    const more = found.length > MOST_FOUND ? `, the first ${MOST_FOUND} listed` : "";
    byId("found").textContent = words ? `${found.length} found${more}` : "";
    return found;
  }

  function resize(width, height, move) {
    holder.style.width = width;
    holder.style.height = height;
    network.setSize("100%", "100%");
    view.moves[move]();
    network.redraw();
  }

  function onFindKey(event) {
    if (event.key !== "Enter") return;
    const [first] = find();
    if (first) choose(first.id, true);
  }

  function makePictureReachable() {
    const frame = holder.querySelector(".vis-network");
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", "Picture. Arrow keys move it, plus and minus zoom, 0 fits all. The tables below hold the same.");
    frame.addEventListener("keydown", (event) => (event.key === "Escape" ? choose(null) : view.onKey(event)));
    frame.addEventListener("wheel", view.onWheel, { passive: false });
  }

  function listen() {
    network.on("click", (event) => choose(event.nodes.length ? event.nodes[0] : null));
    network.on("beforeDrawing", (ctx) => {
      drawLinks(ctx);
      pcDraw.drawGroupHeadings(ctx, findShownGroups(), picture.sizes.line);
    });
    network.on("afterDrawing", (ctx) => {
      if (band) pcDraw.drawHeadings(ctx, network, picture.columns, holder.clientWidth);
      holder.dataset.scale = network.getScale().toFixed(4);
    });
    document.querySelectorAll("[data-move]").forEach((one) => {
      one.addEventListener("click", () => view.moves[one.dataset.move]());
    });
    document.querySelectorAll(".kind input").forEach((box) => box.addEventListener("change", () => filter(box)));
    byId("all-kinds")?.addEventListener("click", showAllKinds);
    byId("find").addEventListener("input", find);
    byId("find").addEventListener("keydown", onFindKey);
    window.addEventListener("beforeprint", () => resize(`${PRINT_WIDTH}px`, `${view.heightAt(PRINT_WIDTH)}px`, "fit"));
    window.addEventListener("afterprint", () => resize("", screenHeight, "start"));
  }

  for (const box of document.querySelectorAll(".kind input")) box.checked = !hiddenKinds.has(picture.kinds[box.value].name);
  for (const row of byId("items").tBodies[0].rows) row.cells[0].replaceChildren(goButton(nodes[row.dataset.index]));
  fixSizes();
  makePictureReachable();
  listen();
  refresh();
  view.moves.start();
  network.redraw();
})();
